package org.huiyin.suggestion;

import org.huiyin.frame.Page;
import org.huiyin.worklist.RailLink;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The page about suggestions in the rail of the desk, for those who look after them. */
@Component
@Order(60)
class SuggestionsLink implements RailLink {

    @Override
    public boolean shown(Page page) {
        return SuggestionPage.may(page.reader());
    }

    @Override
    public String path() {
        return SuggestionViews.PATH;
    }

    @Override
    public String title(Page page) {
        return page.t("suggestion.title");
    }
}

package org.huiyin.worklist;

import java.util.List;
import org.huiyin.frame.Page;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What stands in the rail beneath the worklists: lists of other features, and views people keep. */
@Component
class Rail {

    private final SavedViews saved;
    private final ObjectProvider<RailLink> links;

    Rail(SavedViews saved, ObjectProvider<RailLink> links) {
        this.saved = saved;
        this.links = links;
    }

    List<SavedViews.SavedView> saved(Page page) {
        return saved.of(page.reader().account());
    }

    List<DeskView.Elsewhere> links(Page page) {
        return links.orderedStream()
                .filter(link -> link.shown(page))
                .map(link -> new DeskView.Elsewhere(link.path(), link.title(page), link.waiting(page)))
                .toList();
    }
}

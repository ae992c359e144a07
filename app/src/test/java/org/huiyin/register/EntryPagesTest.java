package org.huiyin.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.huiyin.org.Reach;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;

/** What words find in a register, page by page. */
class EntryPagesTest {

    private static final int SOME = 5;

    private final TestApp app = TestApp.start();
    private final Books books = new Books(app);
    private final EntryPages pages = app.bean(EntryPages.class);
    private final String word = UUID.randomUUID().toString().substring(0, 8);

    private final List<Integer> entered = new ArrayList<>();

    private EntryFilter filter(int most) {
        for (int n = entered.size(); n < SOME; n++) {
            entered.add(books.enter("deputy-stations", books.station(word + "站" + n))
                    .number());
        }
        return new EntryFilter(
                "deputy-stations", Reach.EVERYWHERE, Entry.State.PRESENT, "", false, null, "", null, word, null, most);
    }

    @Test
    void pages_of_what_words_find_hold_every_entry_once_and_in_order() {
        List<Integer> walked = new ArrayList<>();
        EntryFilter filter = filter(2);

        for (List<Entry> page = pages.page(filter).rows();
                !page.isEmpty();
                page = pages.page(filter).rows()) {
            page.forEach(entry -> walked.add(entry.number()));
            filter = filter.behind(page.getLast());
        }

        assertThat(walked).isEqualTo(entered);
    }

    @Test
    void too_many_are_told_only_when_there_are_more_than_are_put_in_order() {
        EntryFilter filter = filter(2);

        assertThat(pages.found(filter, SOME).tooMany()).isFalse();
        assertThat(pages.found(filter, SOME - 1).tooMany()).isTrue();
        assertThat(pages.found(filter, SOME - 1).rows()).hasSize(2);
    }

    @Test
    void too_many_are_told_on_a_later_page_too() {
        EntryFilter filter = filter(2);
        EntryFilter later = filter.behind(pages.page(filter).rows().getLast());

        assertThat(pages.found(later, SOME - 1).tooMany()).isTrue();
    }
}

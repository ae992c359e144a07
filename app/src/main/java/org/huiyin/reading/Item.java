package org.huiyin.reading;

import java.time.LocalDate;
import java.util.UUID;
import org.huiyin.matter.MatterNumber;
import org.jspecify.annotations.Nullable;

/**
 * Something found in a document, and what was decided about it.
 *
 * @param kind task, promise or figure
 * @param article its place among the articles of the document, from 0
 * @param source the sentence it stands in; from markFrom to markTo is what says so
 * @param place code of the place it speaks of; empty when none is known
 * @param state draft, confirmed or dropped
 * @param matter what it became; null while it is none
 * @param version how often something was decided about it, from 1
 * @param key under which a program decided last; empty when none did
 */
record Item(
        long id,
        long document,
        String kind,
        int article,
        String title,
        String who,
        String lead,
        @Nullable LocalDate due,
        String measures,
        String source,
        int markFrom,
        int markTo,
        String place,
        Article.@Nullable Figure figure,
        String state,
        UUID token,
        @Nullable MatterNumber matter,
        int version,
        String key) {

    boolean draft() {
        return state.equals("draft");
    }

    boolean isFigure() {
        return figure != null;
    }
}

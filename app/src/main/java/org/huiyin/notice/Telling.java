package org.huiyin.notice;

import java.time.Instant;
import java.util.List;

/**
 * Something to tell some people.
 *
 * @param kind names the sentence: {@code notice.kind.<kind>}
 * @param words fill its gaps, written by {@link Word}
 * @param link where a reader goes from it
 * @param matter the matter's id; 0 for none
 * @param causedAt when it came about; what is told much later goes into the digest
 * @param except the account that caused it and need not be told; 0 for none
 */
public record Telling(
        String kind, List<Audience> to, List<String> words, String link, long matter, Instant causedAt, long except) {

    public Telling {
        to = List.copyOf(to);
        words = List.copyOf(words);
    }
}

package org.huiyin.publicity;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of the board a reader asked for.
 *
 * @param list the list shown; always one of the programme's
 * @param place county or town; empty for the whole city
 * @param category empty for all
 * @param words words of the title; empty for all
 * @param before only matters raised before this one; null for the newest
 */
record BoardFilter(
        String list,
        String place,
        String category,
        String words,
        @Nullable Long before) {

    /** The address of the board so filtered. */
    static String address(String list, String place, String category, String words, @Nullable Long before) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/board").queryParam("list", list);
        if (!place.isEmpty()) {
            address.queryParam("place", place);
        }
        if (!category.isEmpty()) {
            address.queryParam("category", category);
        }
        if (!words.isEmpty()) {
            address.queryParam("q", "{words}");
        }
        if (before != null) {
            address.queryParam("before", before);
        }
        return address.encode().buildAndExpand(Map.of("words", words)).toUriString();
    }

    /** The stretch that follows. */
    String after(long matter) {
        return address(list, place, category, words, matter);
    }

    /** The part that follows a matter; all of it for null. */
    BoardFilter from(@Nullable Long matter) {
        return new BoardFilter(list, place, category, words, matter);
    }

    boolean narrowed() {
        return !place.isEmpty() || !category.isEmpty() || !words.isEmpty();
    }
}

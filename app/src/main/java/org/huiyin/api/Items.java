package org.huiyin.api;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list.
 *
 * @param next the address of the page that follows; null on the last one
 */
public record Items<T>(List<T> items, @Nullable String next) {

    /** How many a page holds when nobody says, and at most. */
    public static final int USUAL = 50;

    public static final int MOST = 200;

    /** Everything there is. */
    public static <T> Items<T> all(List<T> items) {
        return new Items<>(items, null);
    }

    /**
     * A page of the request that is being answered.
     *
     * @param found up to one more than the page holds; that one says that there is a next page
     * @param cursor where the next page begins, told from the last row shown
     */
    public static <F, T> Items<T> page(List<F> found, int limit, Function<F, T> shown, Function<F, String> cursor) {
        List<F> page = found.subList(0, Math.min(limit, found.size()));
        return new Items<>(
                page.stream().map(shown).toList(), found.size() > limit ? next(cursor.apply(page.getLast())) : null);
    }

    /** The address of the page after a cursor: this request's with another {@code after}. */
    public static String next(String cursor) {
        return ServletUriComponentsBuilder.fromCurrentRequest()
                .scheme(null)
                .host(null)
                .port(null)
                .userInfo(null)
                .replaceQueryParam("after", cursor)
                .build(true)
                .toUriString();
    }

    /** How many rows a caller asked for; whatever is no such number is refused. */
    public static int limit(String asked) {
        return asked.isEmpty() ? USUAL : Parameters.number("limit", asked, 1, MOST);
    }
}

package org.huiyin.assessment;

import org.huiyin.frame.Page;

/**
 * A number that leads to the list of what it counts, which is exactly as long.
 *
 * @param name what is counted; "" where the place it stands says so
 * @param text the number as the reader writes it
 */
public record Count(String name, long n, String text, String href) {

    static Count of(Page page, String name, long n, String href) {
        return new Count(name, n, page.number(n), href);
    }

    static Count of(Page page, long n, String href) {
        return of(page, "", n, href);
    }
}

package org.huiyin.mechanism;

import java.util.List;

/**
 * The matters of an entry.
 *
 * @param account what came and went in all of them; "" when nothing did
 */
public record LinkedView(List<Row> rows, String account) {

    /**
     * One of them.
     *
     * @param clock what runs out next; "" when nothing runs
     * @param gift what came and what was spent; "" when nothing came
     */
    public record Row(
            String path, String title, String programme, String state, String tone, String clock, String gift) {}
}

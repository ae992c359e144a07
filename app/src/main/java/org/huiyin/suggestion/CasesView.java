package org.huiyin.suggestion;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The matters behind a figure. */
public record CasesView(
        String title,
        List<Line> rows,
        String wrongPath,
        boolean wrong,
        @Nullable String older) {

    /**
     * One of them.
     *
     * @param path its page; null for readers who may not open it
     * @param share how sure the suggestion was
     * @param ended where it ended
     */
    public record Line(String number, @Nullable String path, String title, String share, String ended, boolean right) {}
}

package org.huiyin.publicity;

import java.time.Duration;

/** Which public addresses are answered from the shelf, and how long others may keep what they got. */
enum OpenPath {
    /** a page in the reader's language and look */
    PAGE(Duration.ZERO),
    /** the same for everybody, whatever their cookies say */
    FEED(Duration.ofMinutes(1)),
    FILE(Duration.ofMinutes(10)),
    NONE(Duration.ZERO);

    private final Duration fresh;

    OpenPath(Duration fresh) {
        this.fresh = fresh;
    }

    Duration fresh() {
        return fresh;
    }

    static OpenPath of(String path) {
        if (path.endsWith(".atom") && path.startsWith("/board/") || path.equals("/board/embed")) {
            return FEED;
        }
        if (path.equals("/robots.txt") || path.startsWith("/sitemap") || path.startsWith("/board/picture")) {
            return FILE;
        }
        if (path.startsWith("/board/data/")) {
            return NONE; // files of any size
        }
        return path.equals("/board") || path.startsWith("/board/") ? PAGE : NONE;
    }
}

package org.huiyin.evidence;

/** One of the sizes a picture is kept in; a document is only kept whole. */
enum Rendition {
    WHOLE("", 2560),
    PREVIEW("-preview", 960),
    THUMB("-thumb", 320);

    private final String suffix;
    private final int longSide;

    Rendition(String suffix, int longSide) {
        this.suffix = suffix;
        this.longSide = longSide;
    }

    String suffix() {
        return suffix;
    }

    /** The most pixels of the longer side. */
    int longSide() {
        return longSide;
    }
}

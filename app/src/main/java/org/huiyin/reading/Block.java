package org.huiyin.reading;

import java.util.List;

/**
 * A piece of a page: running text, a headline, or what stands around them.
 *
 * @param lines of a headline as they stood; of running text its paragraphs
 * @param kind what it is
 * @param cue whether it begins as articles do
 * @param open whether its last sentence goes on elsewhere
 * @param tight whether no empty line stands between it and what follows
 * @param doubled whether it was printed twice
 */
record Block(Kind kind, List<Flow> lines, Cue cue, boolean open, boolean tight, boolean doubled) {

    enum Kind {
        BODY,
        HEADING,
        BYLINE,
        CREDIT,
        JUMP
    }

    /** How much it looks like the beginning of an article. */
    enum Cue {
        STRONG,
        WEAK,
        NONE
    }

    static Block mark(Kind kind, Line line) {
        return new Block(kind, List.of(line.flow()), Cue.NONE, false, false, false);
    }

    boolean is(Kind other) {
        return kind == other;
    }
}

package org.huiyin.replay;

/** A file cannot be replayed at all; the message is one sentence for whoever asked. Nothing was stored. */
public final class CannotReplay extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotReplay(String sentence) {
        super(sentence);
    }
}

package org.huiyin.routing;

/** A table, a model or a request that cannot be used; the message is one sentence for the person who gave it. */
public final class CannotLearn extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CannotLearn(String sentence) {
        super(sentence);
    }
}

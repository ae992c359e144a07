package org.huiyin.cli;

/** A command cannot do what was asked; the message is one sentence for the person at the console. */
final class CannotRun extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotRun(String sentence) {
        super(sentence);
    }
}

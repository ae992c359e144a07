package org.huiyin.text;

/** A file that is no such table as was expected; the message is one sentence for the person who gave it. */
public final class UnreadableTable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnreadableTable(String sentence) {
        super(sentence);
    }
}

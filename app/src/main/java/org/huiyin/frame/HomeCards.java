package org.huiyin.frame;

import java.util.List;

/** What else there is for everybody, shown on the first page; each module names its own. */
public interface HomeCards {

    /**
     * One thing.
     *
     * @param path where it is
     * @param text what it is, in a sentence
     */
    record Card(String path, String title, String text) {}

    List<Card> of(Page page);
}

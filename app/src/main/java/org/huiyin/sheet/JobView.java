package org.huiyin.sheet;

import java.time.Instant;
import java.util.List;

/**
 * A job in the reader's words.
 *
 * @param what the kind of file made, or the name of the file that came in
 * @param percent negative while nobody knows how much there is
 * @param why why it did not come about, line by line
 */
public record JobView(
        long id,
        boolean export,
        String title,
        String what,
        String stage,
        String stageName,
        String tone,
        boolean running,
        long done,
        long of,
        int percent,
        Instant askedAt,
        List<String> why) {

    public String path() {
        return "/sheets/jobs/" + id;
    }

    /**
     * A job on its own page.
     *
     * @param download whether its file can be taken
     * @param marked whether there is a copy with what is wrong
     * @param take whether it may be stored now
     * @param again whether it may be checked once more
     * @param undo whether it can be asked to be undone
     */
    public record Opened(
            JobView job,
            Imports.Came came,
            boolean download,
            boolean marked,
            boolean take,
            boolean again,
            boolean undo) {}
}

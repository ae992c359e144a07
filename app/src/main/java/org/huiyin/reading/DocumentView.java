package org.huiyin.reading;

import java.util.List;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.jspecify.annotations.Nullable;

/**
 * A document on its review page.
 *
 * @param day it is of, in words
 * @param into the programme under which its tasks become matters unless somebody chooses another
 * @param note what there is to know about that day; empty when the document says it itself
 * @param silent said when it was read and yet nothing in it is to be done; empty otherwise
 * @param elsewhere other documents in which some of it was read before
 * @param drafts how many things nobody decided about yet
 */
public record DocumentView(
        long id,
        String name,
        String day,
        String into,
        String note,
        String silent,
        List<Other> elsewhere,
        int drafts,
        List<Part> articles) {

    /** Another document of the same unit, and how many things of this one were read there before. */
    public record Other(long document, String name, int things) {}

    /**
     * An article with what was found in it.
     *
     * @param facts its parts in words: by-line, column, jumps, people
     */
    public record Part(
            String title, String above, String below, List<Fact> facts, List<String> paragraphs, List<Thing> things) {}

    /** A named line: 署名 周海涛. */
    public record Fact(String name, String text) {}

    /**
     * Something found.
     *
     * @param facts what is known of it, in words
     * @param before of its sentence what stands before the words that say so
     * @param matter the number of the matter it became; null while it is none
     * @param form to change it before it is confirmed; null while nobody asked for it
     */
    public record Thing(
            long id,
            boolean figure,
            String kind,
            String title,
            List<Fact> facts,
            String before,
            String marked,
            String after,
            String state,
            @Nullable String matter,
            @Nullable Form form) {

        public boolean draft() {
            return state.equals("draft");
        }
    }

    /** What can be changed before something is confirmed. */
    public record Form(Filled filled, Options options, List<Options.Option> programmes, String error) {}
}

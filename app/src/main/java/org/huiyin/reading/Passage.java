package org.huiyin.reading;

/**
 * Words of a document as they read, and where they stand in its text.
 *
 * @param from in characters of the text of the document
 * @param to its end, left out
 */
public record Passage(String text, int from, int to) {

    static Passage of(Flow flow) {
        return new Passage(flow.text(), flow.from(), flow.to());
    }

    static Passage of(Flow flow, int from, int to) {
        Flow.Span span = flow.span(from, to);
        return new Passage(flow.text().substring(from, to), span.from(), span.to());
    }
}

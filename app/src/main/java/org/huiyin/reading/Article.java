package org.huiyin.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One article of a page, or the whole of a document that is not a page.
 *
 * @param shoulder the line above the title 肩题
 * @param subtitle the line below it 副题
 * @param column the column of the paper it stands in 栏目
 * @param bylines who wrote it, by what they are: 记者, 通讯员
 * @param dateline where and when it was written, as it says
 * @param subheads headlines inside it
 * @param paragraphs its text, each paragraph in one piece
 * @param jumps where it goes on, or comes from
 * @param captions of photographs that belong to it
 */
public record Article(
        Kind kind,
        @Nullable Passage title,
        @Nullable Passage shoulder,
        @Nullable Passage subtitle,
        @Nullable Passage column,
        List<Byline> bylines,
        @Nullable Passage dateline,
        List<Passage> subheads,
        List<Passage> paragraphs,
        List<Passage> jumps,
        List<Passage> captions,
        Found found) {

    /** What it is. */
    public enum Kind {
        TEXT,
        /** A photograph with its caption. */
        PHOTO
    }

    /** Who wrote it or took the photograph. */
    public record Byline(String role, List<String> names, Passage at) {}

    /** What was found in it. */
    public record Found(
            List<Person> people,
            List<Named> units,
            List<Named> places,
            List<Task> tasks,
            List<Promise> promises,
            List<Figure> figures) {

        static final Found NOTHING = new Found(List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** Somebody with what they hold. */
    public record Person(String name, String post, Passage at) {}

    /**
     * A unit or a place that is named.
     *
     * @param code of the place in the city's tree, or of the unit in its catalogue; empty when it is none of them
     */
    public record Named(String name, String code, Passage at) {}

    /**
     * Something that was decided or demanded.
     *
     * @param title its first words
     * @param by who asked for it: a person, a meeting
     * @param lead the unit that is to do it, as named; empty when none is
     * @param measures how, clause by clause
     * @param due ISO date; null when none is said
     */
    public record Task(
            String title,
            String by,
            String lead,
            List<String> with,
            List<String> measures,
            @Nullable String due,
            Passage at) {}

    /**
     * Something promised for a date.
     *
     * @param due ISO date
     * @param said the date as it was said
     */
    public record Promise(String title, String who, String due, String said, Passage at) {}

    /**
     * A figure.
     *
     * @param value as written, a plain decimal
     * @param amount in the base unit: 154.4亿元 is 15440000000
     * @param unit of the amount: CNY, t, 家
     * @param compared the change on the year before in per cent, signed
     * @param share of the target in per cent
     * @param rank as a place among peers, with the peers
     * @param period as said and resolved
     */
    public record Figure(
            String name,
            String value,
            String amount,
            String unit,
            String written,
            @Nullable String compared,
            @Nullable String share,
            @Nullable Rank rank,
            @Nullable Period period,
            String who,
            Passage at) {}

    /** A place among peers. */
    public record Rank(int place, String among) {}

    /** A stretch of time, as said and as ISO dates. */
    public record Period(String said, String from, String to) {}

    Article with(Found other) {
        return new Article(
                kind,
                title,
                shoulder,
                subtitle,
                column,
                bylines,
                dateline,
                subheads,
                paragraphs,
                jumps,
                captions,
                other);
    }

    /** What it is called: its title, or the first words of it. */
    public String name() {
        if (title != null) {
            return title.text();
        }
        if (column != null) {
            return column.text();
        }
        String first = paragraphs.isEmpty() ? "" : paragraphs.getFirst().text();
        return first.substring(0, Math.min(24, first.length()));
    }
}

package org.huiyin.activity;

import java.time.Instant;
import java.util.List;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.huiyin.programme.Form;
import org.jspecify.annotations.Nullable;

/**
 * An activity on its page for staff.
 *
 * @param key of the forms on it: sent twice they count once
 */
public record ActivityView(
        long id,
        int version,
        String title,
        String kind,
        String standing,
        String tone,
        String details,
        List<Fact> facts,
        List<SessionRow> sessions,
        List<PersonRow> people,
        List<String> waiting,
        May may,
        @Nullable Told report,
        String reportDue,
        boolean reportLate,
        List<FoundRow> findings,
        List<Line> history,
        List<Rating> ratings,
        Draft draft,
        String key) {

    /** A fact and its name. */
    public record Fact(String name, String value) {}

    /** One sitting. */
    public record SessionRow(int number, String day, String hours, String topic, String speaker, int present) {}

    /**
     * Somebody who has to do with it.
     *
     * @param there for each sitting, how they were taken down; empty when they were not
     * @param far what is odd about where they were; empty for nothing
     */
    public record PersonRow(
            String who, String name, String more, String standing, boolean host, List<String> there, String far) {}

    /** What the reader may do now. */
    public record May(
            boolean change,
            boolean cancel,
            boolean attend,
            boolean code,
            boolean report,
            boolean find,
            boolean signUp,
            boolean withdraw,
            boolean enter) {}

    /** What came of it. */
    public record Told(List<Fact> figures, List<Went> ways, String note, List<Attachment> photos) {}

    /**
     * A way as it was recorded, drawn 320 units wide and 200 high.
     *
     * @param line, scaleLine SVG paths
     * @param start, end where it began and ended: x and y
     * @param scale how long the scale's line is there
     * @param odd what its reader should know
     */
    public record Went(
            String name,
            String line,
            List<String> start,
            List<String> end,
            String scaleLine,
            String scale,
            String from,
            String until,
            List<String> odd) {}

    /**
     * What was found.
     *
     * @param matter its number; null while it is none
     */
    public record FoundRow(
            long id,
            String title,
            String detail,
            String place,
            @Nullable String matter,
            List<Attachment> photos) {}

    /** What was done, in words. */
    public record Line(String what, String by, Instant at, String late) {}

    /** What somebody thought of it. */
    public record Rating(String satisfied, String tone, String words) {}

    /** Forms, with what was typed and not taken. */
    public record Draft(
            Form form,
            Filled filled,
            Options options,
            HandedIn files,
            List<String> wrong,
            String open,
            List<String> titles) {}
}

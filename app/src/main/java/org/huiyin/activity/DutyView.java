package org.huiyin.activity;

import java.util.List;

/**
 * Who owes how many of something in a stretch of time, and how they stand.
 *
 * @param path of this list, without its stretch
 * @param standings counts of people by how they stand
 */
public record DutyView(
        String title,
        String kind,
        String stretch,
        String path,
        String before,
        String after,
        String rule,
        String known,
        List<Choice> quotas,
        List<Count> standings,
        List<Row> rows) {

    /** Another quota. */
    public record Choice(String path, String title, boolean chosen) {}

    /** How many people stand so. */
    public record Count(String title, String tone, int people) {}

    /** Somebody who owes. */
    public record Row(
            String path, String name, String unit, String post, int done, int owed, String pace, String tone) {}

    /** What counts for one of them. */
    public record Behind(
            String title,
            String name,
            String unit,
            String stretch,
            String back,
            int done,
            int owed,
            List<Time> times) {}

    /** Once that somebody was there. */
    public record Time(String day, String path, String title, String place) {}
}

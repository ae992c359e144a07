package org.huiyin.activity;

import java.util.List;
import org.huiyin.frame.Options;

/**
 * What the activities of one month come to.
 *
 * @param path of these figures, without their month
 */
public record KindFigures(
        String title,
        String month,
        String before,
        String after,
        String place,
        String known,
        List<Options.Option> places,
        List<Section> kinds) {

    /** The figures of one kind. */
    public record Section(String title, List<Row> rows, List<Part> parts) {}

    /** A figure. */
    public record Row(String title, String value, String formula) {}

    /** What was counted, and where the list is. */
    public record Part(String title, long count, String path) {}

    /** The very people, days or activities a part counts. */
    public record Listed(String title, String month, String back, int count, int most, List<Line> lines) {}

    /** One of them. */
    public record Line(String who, String more, String day, String path, String title) {}
}

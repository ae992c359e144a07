package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import org.huiyin.map.Drawing;

/** The leaders' page: what people ask for, where it is stuck, who is late, how well. */
public record CockpitView(
        Instant at,
        List<Stat> lists,
        Volumes categories,
        Volumes places,
        Drawing map,
        List<Stuck> stuck,
        List<Stuck> troubled,
        List<Late> late,
        List<Rate> rates,
        String period,
        String periodKey,
        String periodPath,
        List<AssessmentView.Alarmed> alarms) {

    /** A number with its name. */
    public record Stat(String name, String number, String href) {}

    /** Bars of one kind, the longest first. */
    public record Volumes(String total, String change, List<Bar> bars) {}

    /**
     * A bar of a chart.
     *
     * @param width in percent of the longest
     * @param tone {@code more}, {@code less} or {@code same}: against the week before
     */
    public record Bar(String name, String number, String change, String tone, double width, String href) {}

    /** A matter that does not get on, and why it is shown. */
    public record Stuck(String number, String title, String why, String href) {}

    /** A unit that is late. */
    public record Late(String unit, String number, Instant first, double width, String href) {}

    /** A rate with its interval. */
    public record Rate(String name, AssessmentView.Cell cell, String change) {}
}

package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import org.huiyin.assessment.AssessmentView.Alarmed;
import org.huiyin.assessment.AssessmentView.Cell;
import org.huiyin.assessment.AssessmentView.Choice;
import org.huiyin.map.Drawing;
import org.jspecify.annotations.Nullable;

/**
 * The leaders' page: what people ask for, where it is stuck, who is late, how well.
 *
 * @param title whose page it is
 * @param up the page of the place around; null for the whole city
 * @param refresh where its bands come from
 * @param balance every list with how many matters stand on it, and all of them together
 * @param alarms of the period
 */
public record CockpitView(
        String title,
        @Nullable String up,
        String refresh,
        String programme,
        String place,
        List<Choice> periods,
        Balance balance,
        Asked asked,
        Where where,
        List<StuckOnes> stuck,
        LateOnes late,
        Rates rates,
        List<Alarmed> alarms) {

    /** So many were raised, and on these lists they are. */
    public record Balance(Count raised, List<Share> lists) {

        /**
         * A list.
         *
         * @param name its word in addresses, by which it is coloured
         * @param width in percent of all
         */
        public record Share(String name, double from, double width, Count count) {}
    }

    /** A number of the last seven days, that of the seven before, and how the one is to the other. */
    public record Week(Count now, Count before, String change, String tone) {}

    /** What people ask for. */
    public record Asked(Week week, Trend trend, List<Bar> categories) {}

    /** How often each of a few things happened, day by day. */
    public record Trend(List<String> names, List<Day> days) {}

    /** A day, today the last. */
    public record Day(String date, List<Count> counts) {}

    /**
     * Where people ask: bars and, where there are parts to draw, a map.
     *
     * @param within what is told apart: {@code county}, {@code town}, or {@code none}
     */
    public record Where(
            String within, List<Bar> bars, @Nullable Drawing map) {}

    /**
     * A bar of a chart, the longest first.
     *
     * @param inside the page that looks into it; null for none
     * @param width in percent of the longest
     */
    public record Bar(String name, @Nullable String inside, Week week, double width) {}

    /** Matters that do not get on, and why they are shown. */
    public record StuckOnes(String title, List<StuckOne> matters) {}

    /** One of them. */
    public record StuckOne(String number, String title, String why, String href) {}

    /** Who is late. */
    public record LateOnes(Count all, List<LateOne> units) {}

    /** A unit that is late. */
    public record LateOne(String unit, @Nullable String path, Count count, Instant first, double width) {}

    /**
     * How well it is done.
     *
     * @param period what it is about
     * @param main the rates the composite is made of
     * @param others the other measures
     * @param columns the names of the main ones
     * @param rows the main ones place by place
     */
    public record Rates(
            String period,
            String path,
            List<Rate> main,
            List<Rate> others,
            List<String> columns,
            List<AssessmentView.Row> rows) {}

    /** A rate with its interval, and how it changed since the period before. */
    public record Rate(String name, Cell cell, String change, String tone) {}
}

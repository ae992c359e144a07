package org.huiyin.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.huiyin.replay.Conservation;
import org.huiyin.replay.Malformed;
import org.huiyin.replay.Rate;
import org.huiyin.replay.Reading;
import org.huiyin.replay.RefusedStep;
import org.huiyin.replay.Replayed;

/** Prints what came of a replay: what was left out, a table, and one line for machines. */
record ReplayReport(Reading reading, Replayed replayed, Duration took) {

    /** Refusals of one kind listed one by one; the rest is only counted. */
    private static final int LISTED = 10;

    void print(PrintWriter out) {
        printMalformed(out);
        printRefused(out);
        out.println();
        row(
                out,
                "Records read",
                number(reading.records()) + ", and malformed rows: "
                        + number(reading.malformed().size()));
        row(out, "Matters", number(replayed.matters()));
        row(
                out,
                "Steps",
                number(replayed.steps())
                        + (replayed.fresh() == 0
                                ? "; nothing was new, nothing was changed"
                                : ", new in this replay: " + number(replayed.fresh())));
        row(out, "Steps refused", number(replayed.refused().size()));
        row(out, "On time by Huiyin's clocks", rate(replayed.onTime()));
        row(out, "On time by the file alone", rate(replayed.fileOnTime()));
        row(
                out,
                "",
                reading.hasDueTimes()
                        ? "both by the due times of the file"
                        : "both by the limits of the programme, for the file has no due times");
        printConservation(out, replayed.conservation());
        row(out, "Seconds", String.format(Locale.ROOT, "%.1f", seconds()));
        out.println();
        out.println(json());
    }

    private void printMalformed(PrintWriter out) {
        for (Malformed row : reading.malformed()) {
            out.println("Malformed: " + row);
        }
    }

    private void printRefused(PrintWriter out) {
        Map<String, java.util.List<RefusedStep>> byReason = replayed.refused().stream()
                .collect(Collectors.groupingBy(RefusedStep::reason, TreeMap::new, Collectors.toList()));
        byReason.forEach((reason, steps) -> {
            steps.stream().limit(LISTED).forEach(step -> out.println("Refused: " + step));
            if (steps.size() > LISTED) {
                out.println("Refused: " + number(steps.size() - LISTED) + " more: " + reason);
            }
        });
    }

    private static void printConservation(PrintWriter out, Conservation conservation) {
        row(
                out,
                "Conservation",
                (conservation.holds() ? "holds" : "BROKEN") + "; matters raised in all: "
                        + number(conservation.raised()));
        SortedMap<String, Long> tallied = conservation.tallied();
        SortedMap<String, Long> standing = conservation.standing();
        var lists = new TreeSet<>(tallied.keySet());
        lists.addAll(standing.keySet());
        for (String list : lists) {
            row(
                    out,
                    "  " + list,
                    number(tallied.getOrDefault(list, 0L)) + " by the tallies, "
                            + number(standing.getOrDefault(list, 0L)) + " by the matters");
        }
    }

    private static void row(PrintWriter out, String what, String value) {
        out.println(String.format(Locale.ROOT, "%-28s%s", what, value));
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String rate(Rate rate) {
        Double share = rate.share();
        return share == null
                ? "nothing to judge"
                : String.format(Locale.ROOT, "%.2f %% (%,d of %,d)", 100 * share, rate.part(), rate.whole());
    }

    private double seconds() {
        return took.toMillis() / 1000.0;
    }

    private String json() {
        return String.format(
                Locale.ROOT,
                "{\"matters\":%d,\"steps\":%d,\"refused\":%d,\"onTimeRate\":%s,\"fileOnTimeRate\":%s,\"conserved\":%s,"
                        + "\"seconds\":%.3f,\"newSteps\":%d,\"malformed\":%d}",
                replayed.matters(),
                replayed.steps(),
                replayed.refused().size(),
                replayed.onTime().share(),
                replayed.fileOnTime().share(),
                replayed.conservation().holds(),
                seconds(),
                replayed.fresh(),
                reading.malformed().size());
    }
}

package org.huiyin.activity;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Page;
import org.huiyin.org.Place;
import org.huiyin.programme.Track;

/** A recorded way as it is told and drawn: how far, how long, and what is odd about it, which nobody is refused for. */
final class Way {

    private static final int WIDTH = 320;
    private static final int HEIGHT = 200;
    private static final int MARGIN = 14;
    /** A phone in a pocket is silent for a while; longer and farther than this, a stretch was not recorded. */
    private static final Duration SILENT = Duration.ofMinutes(15);

    private static final int FAR = 300;
    /** Nobody walks or cycles so fast: metres in a second, 45 km in an hour. */
    private static final double DRIVEN = 12.5;

    private static final double METRES_PER_DEGREE = 111_195;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Track track;

    Way(Track track) {
        this.track = track;
    }

    /** 2.4 公里 · 48分钟. */
    String said(Page page) {
        double kilometres = metres() / 1000;
        return page.t("activity.way.said", page.formats().number(kilometres, 2), page.number(lasted().toMinutes()));
    }

    /** What whoever reads it should know, a sentence each. */
    List<String> odd(Page page, Plan plan) {
        List<String> odd = new ArrayList<>();
        var began = ActivityWords.day(at(first()));
        if (began.isBefore(ActivityWords.day(plan.starts())) || began.isAfter(ActivityWords.day(plan.ends()))) {
            odd.add(page.t("activity.way.other-day", page.date(began)));
        }
        Duration silent = Duration.ZERO;
        double driven = 0;
        for (int i = 1; i < track.fixes().size(); i++) {
            var from = track.fixes().get(i - 1);
            var to = track.fixes().get(i);
            double metres = metres(from, to);
            long seconds = to.second() - from.second();
            if (seconds > SILENT.toSeconds() && metres > FAR) {
                silent = silent.plusSeconds(seconds);
            } else if (metres > DRIVEN * seconds) {
                driven += metres;
            }
        }
        if (!silent.isZero()) {
            odd.add(page.t("activity.way.silent", page.number(silent.toMinutes())));
        }
        if (driven > FAR) {
            odd.add(page.t("activity.way.driven", page.formats().number(driven / 1000, 1)));
        }
        return odd;
    }

    /** Drawn with north above, as large as it fits, over a scale. */
    ActivityView.Went drawn(Page page, Plan plan, String name) {
        Frame frame = Frame.around(track);
        StringBuilder path = new StringBuilder();
        for (Track.Fix fix : track.fixes()) {
            path.append(path.isEmpty() ? "M" : "L")
                    .append(frame.x(fix))
                    .append(' ')
                    .append(frame.y(fix));
        }
        int scale = frame.scale();
        return new ActivityView.Went(
                name,
                path.toString(),
                List.of(frame.x(first()), frame.y(first())),
                List.of(frame.x(track.fixes().getLast()), frame.y(track.fixes().getLast())),
                "M%d %dh%s".formatted(MARGIN, HEIGHT - 6, written(scale * frame.perMetre)),
                scale < 1000
                        ? page.t("activity.metres", page.number(scale))
                        : page.t("activity.kilometres", page.number(scale / 1000)),
                page.time(at(first())),
                ended(page),
                odd(page, plan));
    }

    /** The hour alone where the day is said already. */
    private String ended(Page page) {
        Instant end = at(track.fixes().getLast());
        return ActivityWords.day(end).equals(ActivityWords.day(at(first())))
                ? HOUR.format(end.atZone(Formats.ZONE))
                : page.time(end);
    }

    /** Whether it was recorded after a moment. */
    boolean ahead(Instant now) {
        return at(track.fixes().getLast()).isAfter(now);
    }

    private double metres() {
        double sum = 0;
        for (int i = 1; i < track.fixes().size(); i++) {
            sum += metres(track.fixes().get(i - 1), track.fixes().get(i));
        }
        return sum;
    }

    private Duration lasted() {
        return Duration.between(at(first()), at(track.fixes().getLast()));
    }

    private Track.Fix first() {
        return track.fixes().getFirst();
    }

    private static Instant at(Track.Fix fix) {
        return Instant.ofEpochSecond(fix.second());
    }

    private static double metres(Track.Fix from, Track.Fix to) {
        return new Place.Position(from.latitude(), from.longitude())
                .metresTo(new Place.Position(to.latitude(), to.longitude()));
    }

    private static String written(double units) {
        return String.format(Locale.ROOT, "%.1f", units);
    }

    /**
     * From degrees to units of the drawing.
     *
     * @param left where its westernmost point stands: it is drawn in the middle
     * @param squeeze how much shorter a degree of longitude is there than one of latitude
     */
    private record Frame(double left, double west, double north, double squeeze, double perDegree, double perMetre) {

        static Frame around(Track track) {
            var latitudes =
                    track.fixes().stream().mapToDouble(Track.Fix::latitude).summaryStatistics();
            var longitudes =
                    track.fixes().stream().mapToDouble(Track.Fix::longitude).summaryStatistics();
            double squeeze = Math.max(0.01, Math.cos(Math.toRadians(latitudes.getMax())));
            // who stood still is drawn as a spot, not as the wandering of the satellites
            double least = 100 / METRES_PER_DEGREE;
            double across = Math.max(least, (longitudes.getMax() - longitudes.getMin()) * squeeze);
            double down = Math.max(least, latitudes.getMax() - latitudes.getMin());
            double perDegree = Math.min((WIDTH - 2 * MARGIN) / across, (HEIGHT - 3 * MARGIN) / down);
            double drawn = (longitudes.getMax() - longitudes.getMin()) * squeeze * perDegree;
            return new Frame(
                    (WIDTH - drawn) / 2,
                    longitudes.getMin(),
                    latitudes.getMax(),
                    squeeze,
                    perDegree,
                    perDegree / METRES_PER_DEGREE);
        }

        String x(Track.Fix fix) {
            return written(left + (fix.longitude() - west) * squeeze * perDegree);
        }

        String y(Track.Fix fix) {
            return written(MARGIN + (north - fix.latitude()) * perDegree);
        }

        /** A round number of metres, about a quarter of the width. */
        int scale() {
            double wanted = WIDTH / 4.0 / perMetre;
            double power = Math.pow(10, Math.floor(Math.log10(wanted)));
            double digit = wanted / power;
            return (int) Math.max(1, power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1));
        }
    }
}

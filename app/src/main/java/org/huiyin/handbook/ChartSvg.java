package org.huiyin.handbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.programme.StepRule.Tone;

/** Writes a placed chart as SVG. Colours come from the page's style sheet, so that it is light or dark with the page. */
final class ChartSvg {

    private static final double TURN = 6;
    private static final double BAND = 14;

    private final Programme programme;
    private final Chart chart;
    private final ChartLayout layout;
    private final Locale locale;
    private final StringBuilder svg = new StringBuilder(16_000);

    private ChartSvg(Programme programme, Locale locale) {
        this.programme = programme;
        this.locale = locale;
        this.chart = Chart.of(programme);
        this.layout = new ChartLayout(chart, locale);
    }

    /** The drawing of a programme, its words in one language. */
    static String of(Programme programme, Locale locale) {
        return new ChartSvg(programme, locale).draw();
    }

    private String draw() {
        add(
                "<svg class=\"chart\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" width=\"%.0f\" height=\"%.0f\" role=\"img\" aria-label=\"%s\">",
                layout.width(),
                layout.height(),
                layout.width(),
                layout.height(),
                escaped(programme.title().in(locale)));
        add("<defs>");
        for (String kind : List.of("likely", "plain", "careful")) {
            add(
                    "<marker id=\"tip-%s\" viewBox=\"0 0 8 8\" refX=\"7\" refY=\"4\" markerUnits=\"userSpaceOnUse\" markerWidth=\"9\" markerHeight=\"9\" orient=\"auto\"><path class=\"tip %s\" d=\"M0 .5 7.5 4 0 7.5z\"/></marker>",
                    kind, kind);
        }
        add("</defs>");
        bands();
        layout.routes().forEach(this::route);
        layout.boxes().values().forEach(this::box);
        layout.routes().forEach(this::label);
        add("</svg>");
        return svg.toString();
    }

    private void bands() {
        Map<String, double[]> bands = new LinkedHashMap<>();
        for (Box box : layout.boxes().values()) {
            double[] band = bands.computeIfAbsent(box.state.list(), list -> new double[] {1e9, 1e9, 0, 0});
            band[0] = Math.min(band[0], box.x);
            band[1] = Math.min(band[1], box.y);
            band[2] = Math.max(band[2], box.x + layout.boxWidth());
            band[3] = Math.max(band[3], box.y + box.h);
        }
        bands.forEach((list, band) -> {
            double x = band[0] - BAND + 4;
            double y = band[1] - 34;
            add(
                    "<rect class=\"band\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"8\"/>",
                    x, y, band[2] - band[0] + 2 * BAND - 8, band[3] - y + BAND - 2);
            Programme.ListRule rule = programme.lists().get(list);
            add(
                    "<text class=\"list\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                    band[0], y + 21, escaped(rule == null ? list : rule.title().in(locale)));
        });
    }

    private void box(Box box) {
        String kind = box.state.end()
                ? "state end"
                : "state " + box.state.desk().name().toLowerCase(Locale.ROOT);
        add("<g class=\"%s\"><title>%s</title>", kind, escaped(box.state.name()));
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.0f\" height=\"%.1f\" rx=\"6\"/>",
                box.x, box.y, layout.boxWidth(), box.h);
        List<StepRule> gathered = chart.gathered().getOrDefault(box.state.name(), List.of());
        double middle = box.x + layout.boxWidth() / 2;
        double y = box.y + box.h / 2 + 5 - gathered.size() * ChartLayout.LINE / 2;
        add(
                "<text class=\"name\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                middle, y, escaped(box.state.title().in(locale)));
        for (StepRule step : gathered) {
            y += ChartLayout.LINE;
            add(
                    "<text class=\"gathered\" x=\"%.1f\" y=\"%.1f\">%s %s<title>%s</title></text>",
                    middle,
                    y,
                    step.from().isEmpty() ? "●" : "⇢",
                    escaped(step.title().in(locale)),
                    escaped(sources(step)));
        }
        add("</g>");
    }

    private String sources(StepRule step) {
        return String.join(
                locale.getLanguage().equals("en") ? ", " : "、",
                step.from().stream()
                        .map(state -> programme.state(state).title().in(locale))
                        .toList());
    }

    private static String kind(Route route) {
        if (route.arrow.likely()) {
            return "likely";
        }
        boolean careful = route.arrow.steps().stream().allMatch(step -> step.tone() == Tone.CAREFUL);
        return careful ? "careful" : "plain";
    }

    private void route(Route route) {
        String kind = kind(route);
        add(
                "<path class=\"way %s%s\" marker-end=\"url(#tip-%s)\" d=\"%s\"><title>%s</title></path>",
                kind,
                route.arrow.automatic() ? " automatic" : "",
                kind,
                path(route),
                escaped(programme.state(route.arrow.from()).title().in(locale) + " → "
                        + programme.state(route.arrow.to()).title().in(locale)));
    }

    private String path(Route route) {
        if (route.straight) {
            double x = route.from.x + 26;
            return "M%.1f %.1fV%.1f".formatted(x, route.from.y + route.from.h, route.to.y - 2);
        }
        double outX = route.outRight ? route.from.x + layout.boxWidth() : route.from.x;
        double inX = route.inRight ? route.to.x + layout.boxWidth() + 2 : route.to.x - 2;
        double[][] points = route.far()
                ? new double[][] {
                    {outX, route.outY},
                    {route.outLane, route.outY},
                    {route.outLane, route.track},
                    {route.inLane, route.track},
                    {route.inLane, route.inY},
                    {inX, route.inY}
                }
                : new double[][] {
                    {outX, route.outY}, {route.outLane, route.outY}, {route.outLane, route.inY}, {inX, route.inY}
                };
        return rounded(points);
    }

    /** A line along the points, its corners rounded. */
    private static String rounded(double[][] points) {
        StringBuilder path = new StringBuilder("M%.1f %.1f".formatted(points[0][0], points[0][1]));
        for (int i = 1; i < points.length - 1; i++) {
            double[] before = toward(points[i], points[i - 1]);
            double[] after = toward(points[i], points[i + 1]);
            path.append("L%.1f %.1fQ%.1f %.1f %.1f %.1f"
                    .formatted(before[0], before[1], points[i][0], points[i][1], after[0], after[1]));
        }
        double[] end = points[points.length - 1];
        return path.append("L%.1f %.1f".formatted(end[0], end[1])).toString();
    }

    private static double[] toward(double[] corner, double[] other) {
        double dx = other[0] - corner[0];
        double dy = other[1] - corner[1];
        double length = Math.max(0.001, Math.hypot(dx, dy));
        double step = Math.min(TURN, length / 2);
        return new double[] {corner[0] + dx / length * step, corner[1] + dy / length * step};
    }

    private void label(Route route) {
        boolean start = route.straight || route.outRight;
        double x = route.straight
                ? route.from.x + 34
                : route.outRight ? route.from.x + layout.boxWidth() + 5 : route.from.x - 5;
        double bottom = route.straight
                ? (route.from.y + route.from.h + route.to.y) / 2 + 2 + (route.label.size() - 1) * ChartLayout.LINE / 2
                : route.outY - 4;
        for (int i = 0; i < route.label.size(); i++) {
            double y = bottom - (route.label.size() - 1 - i) * ChartLayout.LINE;
            add(
                    "<text class=\"step %s\" x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>",
                    kind(route), x, y, start ? "start" : "end", escaped(route.label.get(i)));
        }
    }

    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

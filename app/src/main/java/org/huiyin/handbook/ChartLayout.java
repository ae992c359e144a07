package org.huiyin.handbook;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.handbook.Chart.Arrow;
import org.huiyin.programme.Programme.StateRule;
import org.huiyin.programme.StepRule;

/**
 * Places a chart: states in columns, arrows in lanes between them, so that no two lines lie on each other. Arrows leave and enter at ports
 * of their own; an arrow over more than one column takes a track above (forwards) or below (back).
 */
final class ChartLayout {

    private static final double LEAST_BOX = 118;
    static final double LINE = 15;
    private static final double LANE = 11;
    private static final double TRACK = 16;
    private static final double PORT = 13;
    private static final double GAP = 46;
    private static final double LIST_GAP = 74;
    private static final double HEAD = 40;
    private static final double ARROW = 14;

    private final Chart chart;
    private final boolean english;
    private final Map<String, Box> boxes = new HashMap<>();
    private final List<Route> routes = new ArrayList<>();
    private final double[] columnX;
    private final double boxWidth;
    private double width;
    private double height;
    private double top;

    ChartLayout(Chart chart, Locale locale) {
        this.chart = chart;
        this.english = locale.getLanguage().equals("en");
        this.columnX = new double[chart.columns().size()];
        for (int column = 0; column < chart.columns().size(); column++) {
            List<StateRule> states = chart.columns().get(column);
            for (int row = 0; row < states.size(); row++) {
                boxes.put(states.get(row).name(), new Box(states.get(row), column, row));
            }
        }
        this.boxWidth = boxes.values().stream()
                .mapToDouble(box -> textWidth(box.state.title().in(locale), 15) + 20)
                .reduce(LEAST_BOX, Math::max);
        for (Arrow arrow : chart.arrows()) {
            routes.add(new Route(arrow, box(arrow.from()), box(arrow.to()), label(arrow.steps(), locale)));
        }
        ports();
        tracksAbove();
        rows();
        gutters();
        tracksBelow();
    }

    Map<String, Box> boxes() {
        return boxes;
    }

    List<Route> routes() {
        return routes;
    }

    double boxWidth() {
        return boxWidth;
    }

    double width() {
        return width;
    }

    double height() {
        return height;
    }

    Box box(String state) {
        Box box = boxes.get(state);
        if (box == null) {
            throw new IllegalArgumentException("No state " + state);
        }
        return box;
    }

    private List<String> label(List<StepRule> steps, Locale locale) {
        return steps.stream()
                .map(step -> shortened(step.title().in(locale)))
                .distinct()
                .toList();
    }

    private String shortened(String title) {
        int most = english ? 20 : 9;
        return title.length() <= most ? title : title.substring(0, most - 1) + "…";
    }

    static double textWidth(String text, double size) {
        return text.codePoints()
                .mapToDouble(c -> c >= 0x2E80 ? size : size * 0.54)
                .sum();
    }

    private void ports() {
        for (Route route : routes) {
            if (!route.straight) {
                (route.outRight ? route.from.right : route.from.left).add(route);
                (route.inRight ? route.to.right : route.to.left).add(route);
            }
        }
        for (Box box : boxes.values()) {
            for (List<Route> side : List.of(box.left, box.right)) {
                side.sort(Comparator.comparingDouble(route -> order(route, box)));
            }
            box.h = Math.max(boxHeight(box), Math.max(sideHeight(box, box.left), sideHeight(box, box.right)) + 10);
        }
    }

    /** Ports stand in the order of what they lead to: above, beside, below. */
    private static double order(Route route, Box here) {
        Box there = route.from == here ? route.to : route.from;
        if (route.far()) {
            return route.to.column > route.from.column ? -1000 - there.row : 1000 + there.row;
        }
        return there.column == here.column
                ? (there.row - here.row) * 100
                : there.row * 2 + (route.from == here ? 0 : 1);
    }

    private double boxHeight(Box box) {
        int notes = chart.gathered().getOrDefault(box.state.name(), List.of()).size();
        return 40 + notes * LINE;
    }

    private static double portHeight(Route route, Box box) {
        return route.from == box ? Math.max(PORT, route.label.size() * LINE + 7) : PORT;
    }

    private static double sideHeight(Box box, List<Route> side) {
        return side.stream().mapToDouble(route -> portHeight(route, box)).sum();
    }

    private void tracksAbove() {
        double track = 14;
        for (Route route : routes) {
            if (route.far() && route.to.column > route.from.column) {
                route.track = track;
                track += TRACK;
            }
        }
        top = track + 10;
    }

    private void rows() {
        for (List<StateRule> column : chart.columns()) {
            double y = top;
            String list = "";
            for (StateRule state : column) {
                Box box = box(state.name());
                y += state.list().equals(list) ? gapAbove(box) : list.isEmpty() ? HEAD : LIST_GAP;
                box.y = y;
                y += box.h;
                list = state.list();
                setPorts(box, box.left);
                setPorts(box, box.right);
            }
            height = Math.max(height, y);
        }
        height += 26;
    }

    private double gapAbove(Box box) {
        return routes.stream()
                        .filter(route -> route.straight && route.to == box)
                        .mapToDouble(route -> route.label.size() * LINE + 4)
                        .max()
                        .orElse(0)
                + GAP * 0.6;
    }

    private static void setPorts(Box box, List<Route> side) {
        double y = box.y + (box.h - sideHeight(box, side)) / 2;
        for (Route route : side) {
            y += portHeight(route, box);
            double at = y - 5;
            if (route.from == box) {
                route.outY = at;
            }
            if (route.to == box && !(route.from == box)) {
                route.inY = at;
            }
        }
    }

    private void gutters() {
        double x = 12;
        for (int column = 0; column < columnX.length; column++) {
            columnX[column] = x;
            for (StateRule state : chart.columns().get(column)) {
                box(state.name()).x = x;
            }
            x += boxWidth + gutter(column, x + boxWidth);
        }
        width = x;
    }

    /** Gives every arrow its lane in the gutter right of a column, and says how wide the gutter is. */
    private double gutter(int gutter, double x) {
        double leftLabels = labels(gutter, true);
        double rightLabels = labels(gutter, false);
        List<Route> inside = routes.stream()
                .filter(route -> !route.straight && (route.outGutter() == gutter || route.inGutter() == gutter))
                .sorted(Comparator.comparingDouble(route -> lane(route, gutter)))
                .toList();
        double at = x + leftLabels + ARROW;
        for (Route route : inside) {
            if (route.outGutter() == gutter) {
                route.outLane = at;
            }
            if (route.inGutter() == gutter) {
                route.inLane = at;
            }
            at += LANE;
        }
        boolean last = gutter == columnX.length - 1;
        return at - x + rightLabels + (last ? (inside.isEmpty() ? 12 : 4) : ARROW);
    }

    /** Short ways inside, long ones outside. */
    private static double lane(Route route, int gutter) {
        if (route.from.column == route.to.column) {
            return Math.abs(route.from.row - route.to.row) - 100.0;
        }
        return route.far() ? (route.outGutter() == gutter ? 100 : 50) : (route.outY + route.inY) / 10000;
    }

    private double labels(int gutter, boolean fromLeft) {
        return routes.stream()
                .filter(route -> !route.straight && route.outGutter() == gutter && route.outRight == fromLeft)
                .flatMap(route -> route.label.stream())
                .mapToDouble(line -> textWidth(line, 12) + 8)
                .max()
                .orElse(0);
    }

    private void tracksBelow() {
        double track = height;
        for (Route route : routes) {
            if (route.far() && route.to.column < route.from.column) {
                route.track = track;
                track += TRACK;
            }
        }
        height = track + 4;
    }
}

package org.huiyin.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huiyin.assessment.Cockpit.Volume;
import org.huiyin.assessment.CockpitView.Bar;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Place;
import org.huiyin.programme.Measures.Measure;
import org.huiyin.programme.Measures.Part;
import org.huiyin.track.Discretion;
import org.springframework.stereotype.Component;

/** Puts the leaders' page together. */
@Component
class CockpitViews {

    private static final int BARS = 8;
    private static final int MATTERS = 6;
    private static final int COUNTY = Place.Level.COUNTY.codeLength();

    private final Cockpit cockpit;
    private final Overdue overdue;
    private final LiveFigures live;
    private final FigureNames names;
    private final MatterLookup lookup;
    private final CockpitSides sides;

    CockpitViews(
            Cockpit cockpit,
            Overdue overdue,
            LiveFigures live,
            FigureNames names,
            MatterLookup lookup,
            CockpitSides sides) {
        this.cockpit = cockpit;
        this.overdue = overdue;
        this.live = live;
        this.names = names;
        this.lookup = lookup;
        this.sides = sides;
    }

    CockpitView of(Page page, Selection selection) {
        Instant now = page.formats().now();
        String programme = selection.measures().programme();
        Selection week = selection.in(cockpit.week(now));
        Selection places = week.by(By.PLACE);
        Selection categories = week.by(By.CATEGORY);
        String part = daily(selection);
        List<Volume> counties = counties(cockpit.volumes(programme, CountScribe.TOWN_BY_DAY, part, now));
        return new CockpitView(
                now,
                sides.lists(page, programme, cockpit.lists(programme)),
                volumes(page, categories, part, cockpit.volumes(programme, CountScribe.CATEGORY_BY_DAY, part, now)),
                volumes(page, places, part, counties),
                sides.map(page, counties, code -> places.of(code).matters(part)),
                matters(page, cockpit.oldest(programme, sides.open(programme), MATTERS)),
                troubled(page, selection, now),
                late(page, selection, now),
                rates(page, selection, now),
                page.t(selection.period().title(selection.measures())),
                selection.period().key(),
                selection.path(),
                sides.alarms(page, selection, now));
    }

    /** The part that says what people ask for: the first that is counted by the day. */
    private static String daily(Selection selection) {
        return selection.measures().parts().values().stream()
                .filter(Part::daily)
                .map(Part::name)
                .findFirst()
                .orElse("");
    }

    private static List<Volume> counties(List<Volume> towns) {
        Map<String, Volume> counties = new TreeMap<>();
        for (Volume town : towns) {
            String code = town.key().length() > COUNTY ? town.key().substring(0, COUNTY) : town.key();
            counties.merge(code, new Volume(code, town.now(), town.before()), Volume::plus);
        }
        return List.copyOf(counties.values());
    }

    private CockpitView.Volumes volumes(Page page, Selection selection, String part, List<Volume> found) {
        List<Volume> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingLong(Volume::now).reversed().thenComparing(Volume::key));
        long most = Math.max(1, sorted.stream().mapToLong(Volume::now).max().orElse(1));
        Volume all = found.stream().reduce(new Volume("", 0, 0), Volume::plus);
        List<Bar> bars = sorted.stream()
                .filter(one -> one.now() > 0 || one.before() > 0)
                .limit(BARS)
                .map(one -> new Bar(
                        names.of(page, selection.of(one.key())),
                        page.number(one.now()),
                        signed(page, one.change()),
                        one.change() > 0 ? "more" : one.change() < 0 ? "less" : "same",
                        100.0 * one.now() / most,
                        selection.of(one.key()).matters(part)))
                .toList();
        return new CockpitView.Volumes(page.number(all.now()), signed(page, all.change()), bars);
    }

    private static String signed(Page page, long change) {
        return change > 0 ? "+" + page.number(change) : change < 0 ? "−" + page.number(-change) : "±0";
    }

    private List<CockpitView.Stuck> matters(Page page, List<Long> ids) {
        Map<Long, Matter> found = lookup.findAll(ids);
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .map(matter -> stuck(
                        page,
                        matter,
                        page.t(lookup.programmeOf(matter).state(matter.state()).title()) + " · "
                                + page.date(java.time.LocalDate.ofInstant(
                                        matter.raisedAt(), org.huiyin.frame.Formats.ZONE))))
                .toList();
    }

    private CockpitView.Stuck stuck(Page page, Matter matter, String why) {
        boolean readable = lookup.mayRead(page.reader(), matter);
        String title = readable
                ? Discretion.of(lookup, page.reader(), matter).text(matter.title())
                : matter.confidential() ? page.t("assessment.confidential") : matter.publicTitle();
        String number = new MatterNumber(matter.id()).toString();
        return new CockpitView.Stuck(number, title, why, (readable ? "/desk/matters/" : "/m/") + number);
    }

    /** How often orders were returned and matters reopened in the period, by unit, most first. */
    private List<CockpitView.Stuck> troubled(Page page, Selection selection, Instant now) {
        Selection all = selection.by(By.ALL_UNITS);
        Figures figures = live.of(all, now);
        List<CockpitView.Stuck> found = new ArrayList<>();
        for (String part : List.of("returned", "reopened")) {
            Part known = selection.measures().parts().get(part);
            if (known != null) {
                figures.keys().stream()
                        .filter(unit -> figures.of(unit, part) > 0)
                        .sorted(Comparator.comparingLong((String unit) -> figures.of(unit, part))
                                .reversed()
                                .thenComparingInt(Integer::parseInt))
                        .limit(3)
                        .forEach(unit -> found.add(new CockpitView.Stuck(
                                page.number(figures.of(unit, part)),
                                names.unit(page, Integer.parseInt(unit)),
                                page.t(known.title()),
                                all.of(unit).matters(part))));
            }
        }
        return found;
    }

    private List<CockpitView.Late> late(Page page, Selection selection, Instant now) {
        List<Overdue.Late> found = overdue.units(selection.measures().programme(), now, BARS);
        long most = Math.max(
                1, found.stream().mapToLong(Overdue.Late::matters).max().orElse(1));
        return found.stream()
                .map(one -> new CockpitView.Late(
                        names.unit(page, one.unit()),
                        page.number(one.matters()),
                        one.first(),
                        100.0 * one.matters() / most,
                        "/cockpit/late?unit=" + one.unit()))
                .toList();
    }

    private List<CockpitView.Rate> rates(Page page, Selection selection, Instant now) {
        Selection city = selection.by(By.PLACE);
        Map<String, Score> scores =
                Formula.scores(selection.measures(), live.of(city, now).total());
        Figures earlier = live.before(city, now);
        Map<String, Score> before = earlier == null ? Map.of() : Formula.scores(selection.measures(), earlier.total());
        return selection.measures().measures().values().stream()
                .filter(measure -> measure.by().contains(city.by().dimension()))
                .map(measure -> rate(page, city, measure, scores, before))
                .toList();
    }

    private static CockpitView.Rate rate(
            Page page, Selection city, Measure measure, Map<String, Score> scores, Map<String, Score> before) {
        Score now = scores.get(measure.name());
        Score then = before.get(measure.name());
        String change = now == null || then == null
                ? ""
                : (now.percent().compareTo(then.percent()) > 0 ? "+" : "")
                        + now.percent().subtract(then.percent()).toPlainString();
        return new CockpitView.Rate(
                page.t(measure.title()), AssessmentViews.cell(city, measure, Optional.ofNullable(now)), change);
    }
}

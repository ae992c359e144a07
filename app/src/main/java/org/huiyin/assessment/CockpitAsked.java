package org.huiyin.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.assessment.Cockpit.Volume;
import org.huiyin.assessment.CockpitView.Bar;
import org.huiyin.assessment.CockpitView.Week;
import org.huiyin.frame.Page;
import org.huiyin.map.CityMap;
import org.huiyin.map.Drawing;
import org.huiyin.programme.Measures.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The bands of the leaders' page that say what people ask for, and where. */
@Component
class CockpitAsked {

    private static final int BARS = 8;
    private static final int DAYS = 28;

    private final Cockpit cockpit;
    private final AskedHere here;
    private final FigureNames names;
    private final CityMap map;

    CockpitAsked(Cockpit cockpit, AskedHere here, FigureNames names, CityMap map) {
        this.cockpit = cockpit;
        this.here = here;
        this.names = names;
        this.map = map;
    }

    /** The two weeks that are compared, and where the numbers of a key lead in either. */
    private record Weeks(Function<String, String> now, Function<String, String> before) {}

    /** @param towns what each town asked for */
    CockpitView.Asked asked(Page page, Selection selection, Scope scope, List<Volume> towns, Instant now) {
        Volume all = towns.stream().reduce(new Volume("", 0, 0), Volume::plus);
        return new CockpitView.Asked(
                week(page, all, weeks(selection, By.PLACE, scope, now)),
                trend(page, selection, scope, now),
                categories(page, selection, scope, now));
    }

    private CockpitView.Trend trend(Page page, Selection selection, Scope scope, Instant now) {
        List<Part> parts =
                scope.measures().parts().values().stream().filter(Part::daily).toList();
        List<String> names = parts.stream().map(Part::name).toList();
        List<CockpitView.Day> days = cockpit.days(scope, names, DAYS, now).stream()
                .map(day -> new CockpitView.Day(
                        page.date(day.date()),
                        names.stream()
                                .map(part -> Count.of(
                                        page,
                                        day.of(part),
                                        places(selection.in(cockpit.day(day.date())), scope)
                                                .matters(part)))
                                .toList()))
                .toList();
        return new CockpitView.Trend(
                parts.stream().map(part -> page.t(part.title())).toList(), days);
    }

    /** By category: of a place its own page counts, since what is measured is counted by category for the whole city only. */
    private List<Bar> categories(Page page, Selection selection, Scope scope, Instant now) {
        Function<String, String> name = category -> names.category(page, scope.programme(), category);
        if (scope.place().isEmpty()) {
            return bars(
                    page, cockpit.byCategory(scope, now), weeks(selection, By.CATEGORY, scope, now), name, key -> null);
        }
        Period week = cockpit.week(now);
        Period before = cockpit.weekBefore(now);
        Weeks weeks = new Weeks(category -> asked(scope, week, category), category -> asked(scope, before, category));
        return bars(page, here.volumes(scope, week, before, now), weeks, name, key -> null);
    }

    private static String asked(Scope scope, Period period, String category) {
        return scope.path("/cockpit/asked") + "&period=" + Selection.encode(period.key()) + "&category="
                + (category.isEmpty() ? Selection.NONE : Selection.encode(category));
    }

    /** What each town in the place asked for in the last days. */
    List<Volume> towns(Scope scope, Instant now) {
        return cockpit.byTown(scope, now);
    }

    /** @param asked what each town asked for */
    CockpitView.Where where(Page page, Selection selection, Scope scope, List<Volume> asked, Instant now) {
        if (!scope.divisible()) {
            return new CockpitView.Where("none", List.of(), null);
        }
        Selection places = places(selection, scope);
        Map<String, Volume> towns = asked.stream().collect(Collectors.toMap(Volume::key, Function.identity()));
        List<Volume> groups = names.groups(page, places, towns.keySet()).stream()
                .map(group -> group.keys().stream()
                        .map(key -> towns.getOrDefault(key, new Volume(key, 0, 0)))
                        .reduce(new Volume("", 0, 0), Volume::plus)
                        .as(group.key()))
                .toList();
        Weeks weeks = weeks(selection, By.PLACE, scope, now);
        List<Bar> bars = bars(
                page,
                groups,
                weeks,
                key -> names.within(page, scope, names.of(page, places.of(key))),
                key -> inside(scope, key));
        return new CockpitView.Where(
                scope.place().isEmpty() ? "county" : "town", bars, map(page, scope, groups, weeks));
    }

    private Drawing map(Page page, Scope scope, List<Volume> groups, Weeks weeks) {
        Map<String, Long> counts = new HashMap<>();
        groups.forEach(one -> counts.put(one.key(), one.now()));
        return map.of(
                scope.place().isEmpty() ? null : scope.place(),
                counts,
                new CityMap.Ways(code -> new Scope(scope.measures(), code).path("/cockpit"), weeks.now()::apply),
                page.locale());
    }

    private static Selection places(Selection selection, Scope scope) {
        return selection.by(By.PLACE).of(scope.place().isEmpty() ? null : scope.place());
    }

    private Weeks weeks(Selection selection, By by, Scope scope, Instant now) {
        Selection whole = by.equals(By.PLACE) ? places(selection, scope) : selection.by(by);
        Selection week = whole.in(cockpit.week(now));
        Selection before = whole.in(cockpit.weekBefore(now));
        String part = scope.asked();
        return new Weeks(
                key -> at(week, key).matters(part), key -> at(before, key).matters(part));
    }

    private static Selection at(Selection whole, String key) {
        return whole.by().equals(By.PLACE) && key.isEmpty() ? whole : whole.of(key);
    }

    private static List<Bar> bars(
            Page page,
            List<Volume> found,
            Weeks weeks,
            Function<String, String> name,
            Function<String, @Nullable String> inside) {
        List<Volume> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparingLong(Volume::now).reversed().thenComparing(Volume::key));
        long most = sorted.stream()
                .mapToLong(one -> Math.max(one.now(), one.before()))
                .max()
                .orElse(1);
        return sorted.stream()
                .filter(one -> one.now() > 0 || one.before() > 0)
                .limit(BARS)
                .map(one -> new Bar(
                        name.apply(one.key()),
                        inside.apply(one.key()),
                        week(page, one, weeks),
                        100.0 * one.now() / Math.max(1, most)))
                .toList();
    }

    private static Week week(Page page, Volume volume, Weeks weeks) {
        return new Week(
                Count.of(page, volume.now(), weeks.now().apply(volume.key())),
                Count.of(page, volume.before(), weeks.before().apply(volume.key())),
                signed(page, volume.change()),
                volume.change() > 0 ? "more" : volume.change() < 0 ? "less" : "same");
    }

    private static String signed(Page page, long change) {
        return change > 0 ? "+" + page.number(change) : change < 0 ? "−" + page.number(-change) : "±0";
    }

    /** The page that looks into a place; null for one that cannot be looked into. */
    private static @Nullable String inside(Scope scope, String key) {
        return key.startsWith(Selection.EXACTLY) ? null : new Scope(scope.measures(), key).path("/cockpit");
    }
}

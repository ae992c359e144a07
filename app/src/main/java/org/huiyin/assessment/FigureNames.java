package org.huiyin.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Unit;
import org.huiyin.programme.Measures.Dimension;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What units, places and categories are called, and how places gather. */
@Component
class FigureNames {

    private static final int COUNTY = Place.Level.COUNTY.codeLength();
    private static final int TOWN = Place.Level.TOWN.codeLength();

    private final Organisation organisation;
    private final Programmes programmes;

    FigureNames(Organisation organisation, Programmes programmes) {
        this.organisation = organisation;
        this.programmes = programmes;
    }

    /**
     * Some keys that are shown as one row.
     *
     * @param divisible whether it can be looked into
     */
    record Group(String key, String name, List<String> keys, boolean divisible) {}

    String unit(Page page, int unit) {
        return unit == 0 ? page.t("assessment.no-unit") : organisation.units().name(unit, page.locale());
    }

    String place(Page page, String code) {
        return organisation.places().path(code, page.locale());
    }

    String category(Page page, String programme, String category) {
        return programmes
                .newest(programme)
                .map(one -> one.categories().get(category))
                .map(Programme.Category::title)
                .map(page::t)
                .orElseGet(() -> category.isEmpty() ? page.t("assessment.no-category") : category);
    }

    /** A programme as its definition calls it. */
    String programme(Page page, String name) {
        return programmes.newest(name).map(one -> page.t(one.title())).orElse(name);
    }

    /** Whether there is such a unit, place or category; the empty key stands for what has none. */
    boolean knows(String programme, By by, String key) {
        return switch (by.dimension()) {
            case UNIT ->
                key.matches("\\d{1,9}")
                        && (key.equals("0")
                                || organisation
                                        .units()
                                        .find(Integer.parseInt(key))
                                        .isPresent());
            case TOWN ->
                organisation
                        .places()
                        .exists(key.startsWith(Selection.EXACTLY) ? key.substring(Selection.EXACTLY.length()) : key);
            case CATEGORY ->
                key.isEmpty()
                        || programmes.versions().stream()
                                .anyMatch(one -> one.name().equals(programme)
                                        && one.categories().containsKey(key));
        };
    }

    /** The county or town a place is or lies in; "" for the whole city and for nothing. */
    String countyOrTown(String place) {
        return organisation
                .places()
                .enclosing(place, Place.Level.TOWN)
                .or(() -> organisation.places().enclosing(place, Place.Level.COUNTY))
                .map(Place::code)
                .orElse("");
    }

    /** Whether a unit answers for a place or one inside; every unit belongs to the whole city. */
    boolean belongs(int unit, String place) {
        return place.isEmpty()
                || organisation
                        .units()
                        .find(unit)
                        .map(Unit::place)
                        .filter(code -> code.startsWith(place))
                        .isPresent();
    }

    /** The name of a place inside another without that of the other. */
    String within(Page page, Scope scope, String name) {
        String around = scope.place().isEmpty() ? "" : place(page, scope.place()) + " · ";
        return !around.isEmpty() && name.startsWith(around) ? name.substring(around.length()) : name;
    }

    /** The county around a town, "" around a county. */
    String around(String place) {
        return place.length() > COUNTY ? place.substring(0, COUNTY) : "";
    }

    /** The page of a unit; null for none in particular. */
    @Nullable
    String path(int unit) {
        return organisation
                .units()
                .find(unit)
                .map(one -> "/units/" + Selection.encode(one.code()))
                .orElse(null);
    }

    /** Whose figures a selection is about. */
    String of(Page page, Selection selection) {
        String key = selection.key();
        if (key == null) {
            return selection.by().kind().isEmpty()
                    ? page.t("assessment.total")
                    : page.t("assessment.class." + selection.by().kind());
        }
        return name(page, selection, key);
    }

    private String name(Page page, Selection selection, String key) {
        return switch (selection.by().dimension()) {
            case UNIT -> unit(page, Integer.parseInt(key));
            case TOWN ->
                key.startsWith(Selection.EXACTLY)
                        ? page.t("assessment.itself", place(page, key.substring(Selection.EXACTLY.length())))
                        : place(page, key);
            case CATEGORY -> category(page, selection.measures().programme(), key);
        };
    }

    /** The rows of a page by place or category: counties, or the towns of the one looked into. */
    List<Group> groups(Page page, Selection selection, Set<String> keys) {
        boolean counties = selection.by().dimension() == Dimension.TOWN && selection.key() == null;
        Map<String, List<String>> grouped = new TreeMap<>();
        for (String key : keys) {
            grouped.computeIfAbsent(group(selection, key), g -> new ArrayList<>())
                    .add(key);
        }
        return grouped.entrySet().stream()
                .map(one -> new Group(
                        one.getKey(),
                        name(page, selection, one.getKey()),
                        one.getValue(),
                        counties && !one.getKey().startsWith(Selection.EXACTLY)))
                .toList();
    }

    /** What a town is shown with. A place above that is a row of its own, which must not hold the towns inside. */
    private static String group(Selection selection, String key) {
        if (selection.by().dimension() != Dimension.TOWN) {
            return key;
        }
        int shown = selection.key() == null ? COUNTY : TOWN;
        if (key.length() < shown) {
            return Selection.EXACTLY + key;
        }
        return key.substring(0, shown);
    }
}

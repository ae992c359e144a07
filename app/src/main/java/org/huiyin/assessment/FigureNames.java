package org.huiyin.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.programme.Measures.Dimension;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What units, places and categories are called, and how places gather. */
@Component
class FigureNames {

    private static final int COUNTY = Place.Level.COUNTY.codeLength();

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
        return programmes.newest().stream()
                .filter(one -> one.name().equals(programme))
                .findFirst()
                .map(one -> one.categories().get(category))
                .map(Programme.Category::title)
                .map(page::t)
                .orElseGet(() -> category.isEmpty() ? page.t("assessment.no-category") : category);
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
            case TOWN -> place(page, key);
            case CATEGORY -> category(page, selection.measures().programme(), key);
        };
    }

    /** The rows of a page by place or category: counties, or the towns of the one looked into. */
    List<Group> groups(Page page, Selection selection, Set<String> keys) {
        @Nullable String within = selection.key();
        boolean counties = selection.by().dimension() == Dimension.TOWN && within == null;
        Map<String, List<String>> grouped = new TreeMap<>();
        for (String key : keys) {
            String group = counties && key.length() > COUNTY ? key.substring(0, COUNTY) : key;
            grouped.computeIfAbsent(group, g -> new ArrayList<>()).add(key);
        }
        return grouped.entrySet().stream()
                .map(one -> new Group(one.getKey(), name(page, selection, one.getKey()), one.getValue(), counties))
                .toList();
    }
}

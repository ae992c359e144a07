package org.huiyin.bulletin;

import java.time.Month;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huiyin.assessment.Period;
import org.huiyin.assessment.PeriodAccount;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Unit;
import org.huiyin.programme.Measures;
import org.huiyin.programme.Measures.Measure;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;

/** What everything in a bulletin is called, in its language. */
final class Names {

    private final Page page;
    private final Organisation organisation;
    private final Programmes programmes;
    private final Map<Integer, String> units = new HashMap<>();

    Names(Page page, Organisation organisation, Programmes programmes) {
        this.page = page;
        this.organisation = organisation;
        this.programmes = programmes;
    }

    Page page() {
        return page;
    }

    String all() {
        return page.t("bulletin.all");
    }

    String thisPeriod() {
        return page.t("bulletin.this-period");
    }

    String period(PeriodAccount account, Period period) {
        return page.t(period.equals(account.period()) ? "bulletin.this-period" : "bulletin.last-period");
    }

    /** 2026年11月, or the name of a period that is no month. */
    String month(PeriodAccount account) {
        try {
            YearMonth month = YearMonth.parse(account.period().name());
            return page.t("bulletin.month", Integer.toString(month.getYear()), month(page, month.getMonth()));
        } catch (DateTimeParseException e) {
            return page.t(account.period().title(account.measures()));
        }
    }

    /** 11, or November. */
    static String month(Page page, Month month) {
        return page.locale().equals(Locale.ENGLISH)
                ? month.getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                : Integer.toString(month.getValue());
    }

    String programme(String name) {
        return programme(programmes, name).map(one -> page.t(one.title())).orElse(name);
    }

    private static Optional<Programme> programme(Programmes all, String name) {
        return all.newest(name);
    }

    /** A part, or a step that is listed besides. */
    String part(PeriodAccount account, String part) {
        Measures.Part known = account.measures().parts().get(part);
        return known != null
                ? page.t(known.title())
                : programme(programmes, account.measures().programme())
                        .map(one -> one.steps().get(part))
                        .map(step -> page.t(step.title()))
                        .orElse(part);
    }

    String measure(Measure measure) {
        return page.t(measure.title());
    }

    String share(String part) {
        return page.t("bulletin.share", part);
    }

    /** 0.10×响应率+0.50×解决率… */
    String formula(PeriodAccount account, Measure measure) {
        List<String> terms = new ArrayList<>();
        measure.of()
                .forEach((name, weight) -> terms.add(weight.toPlainString() + "×"
                        + account.measures().measure(name).map(this::measure).orElse(name)));
        return String.join(" + ", terms);
    }

    Scope unit(int unit) {
        return new Scope(Figure.Source.UNIT, Integer.toString(unit), units.computeIfAbsent(unit, this::unitName));
    }

    /** Its name; with its code when another is called the same. */
    private String unitName(int unit) {
        if (unit == 0) {
            return page.t("assessment.no-unit");
        }
        String name = organisation.units().name(unit, page.locale());
        boolean alone = organisation.units().all().stream()
                        .filter(other -> page.t(other.name()).equals(name))
                        .count()
                == 1;
        return alone
                ? name
                : organisation
                        .units()
                        .find(unit)
                        .map(one -> page.t("bulletin.unit", name, one.code()))
                        .orElse(name);
    }

    String kind(int unit) {
        return organisation
                .units()
                .find(unit)
                .map(Unit::kind)
                .map(kind -> kindName(kind.key()))
                .orElse("");
    }

    String kindName(String kind) {
        return page.t("assessment.class." + kind);
    }

    Scope county(String code) {
        return new Scope(Figure.Source.COUNTY, code, place(code));
    }

    private String place(String code) {
        return organisation
                .places()
                .find(code)
                .map(place -> place.shortName(page.locale()))
                .orElse(code);
    }

    String countyOf(String place) {
        int length = Place.Level.COUNTY.codeLength();
        return place(place.length() > length ? place.substring(0, length) : place);
    }

    String townOf(String place) {
        int length = Place.Level.TOWN.codeLength();
        return place.length() < length ? "" : place(place.substring(0, length));
    }

    Scope category(String programme, String category) {
        String name = programme(programmes, programme)
                .map(one -> one.categories().get(category))
                .map(Programme.Category::title)
                .map(page::t)
                .orElseGet(() -> category.isEmpty() ? page.t("assessment.no-category") : category);
        return new Scope(Figure.Source.CATEGORY, category, name);
    }

    /** Several names in one sentence. */
    String and(List<String> some) {
        return String.join(page.t("bulletin.and"), some);
    }
}

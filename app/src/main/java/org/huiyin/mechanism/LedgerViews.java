package org.huiyin.mechanism;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Step;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.track.Discretion;
import org.springframework.stereotype.Component;

/** Puts a ledger together out of the matters this reader may read; whatever it says follows from their steps and clocks. */
@Component
class LedgerViews {

    private final Ledgers ledgers;
    private final MechanismPages pages;
    private final MatterLookup lookup;
    private final Organisation organisation;

    LedgerViews(Ledgers ledgers, MechanismPages pages, MatterLookup lookup, Organisation organisation) {
        this.ledgers = ledgers;
        this.pages = pages;
        this.lookup = lookup;
        this.organisation = organisation;
    }

    /** @param light only those; "" for all, "missing" for those whose report is missing */
    record Asked(String programme, PageRules.Ledger ledger, int year, String category, String light) {}

    /** A matter with everything a group or a row is made of. */
    private record Entry(
            Matter matter,
            Programme programme,
            List<Step> history,
            Discretion discretion,
            Light light,
            Optional<Clock> missing) {}

    LedgerView of(Page page, Asked asked) {
        Programme newest = pages.newest(asked.programme());
        Ledgers.Wanted wanted = new Ledgers.Wanted(
                asked.programme(),
                List.copyOf(newest.states().keySet()),
                begin(asked.year()),
                begin(asked.year() + 1),
                asked.category());
        Ledgers.Found<Matter> found = ledgers.found(wanted, ids -> readable(page, ids));
        List<Entry> entries = entries(page, asked, found.rows());
        int today = page.formats().today().getYear();
        return new LedgerView(
                page.t(asked.ledger().title()),
                path(asked.programme()),
                pages.ledgers().entrySet().stream()
                        .map(one -> new WallView.Tab(
                                path(one.getKey()),
                                page.t(one.getValue().title()),
                                one.getKey().equals(asked.programme())))
                        .toList(),
                asked.year(),
                today,
                asked.category(),
                newest.categories().values().stream()
                        .map(one -> new Options.Option(one.name(), page.t(one.title())))
                        .toList(),
                asked.light(),
                lights(page, entries),
                (int) entries.stream().filter(one -> one.missing().isPresent()).count(),
                kept(page, newest),
                found.cut(),
                asked.ledger().rated() ? "/desk/assessment?programme=" + asked.programme() : "",
                groups(page, asked, newest, entries));
    }

    /** Leaders know of what is kept off the board by its numbers alone. */
    private static boolean kept(Page page, Programme programme) {
        return !MatterLookup.discreet(page.reader())
                && programme.categories().keySet().stream()
                        .anyMatch(category -> programme.publicity().countsOnly(category));
    }

    private List<Matter> readable(Page page, List<Long> ids) {
        Map<Long, Matter> matters = lookup.findAll(ids);
        return ids.stream()
                .map(matters::get)
                .filter(matter -> matter != null && lookup.mayRead(page.reader(), matter))
                .toList();
    }

    private List<Entry> entries(Page page, Asked asked, List<Matter> readable) {
        Map<Long, List<Step>> histories =
                lookup.histories(readable.stream().map(Matter::id).toList());
        Instant now = page.formats().now();
        return readable.stream()
                .map(matter -> {
                    Programme programme = lookup.programmeOf(matter);
                    return new Entry(
                            matter,
                            programme,
                            histories.getOrDefault(matter.id(), List.of()),
                            Discretion.of(lookup, page.reader(), matter),
                            Light.of(
                                    matter,
                                    asked.ledger().lights(),
                                    programme.state(matter.state()).end(),
                                    now),
                            matter.openClock(asked.ledger().missing()).filter(clock -> clock.overdueAt(now)));
                })
                .toList();
    }

    private static List<LedgerView.LightCount> lights(Page page, List<Entry> entries) {
        Map<Light, Integer> counts = new EnumMap<>(Light.class);
        entries.forEach(one -> counts.merge(one.light(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(one -> new LedgerView.LightCount(
                        one.getKey().name().toLowerCase(java.util.Locale.ROOT),
                        page.t(one.getKey().key()),
                        one.getKey().tone(),
                        one.getValue()))
                .toList();
    }

    private List<LedgerView.Group> groups(Page page, Asked asked, Programme newest, List<Entry> entries) {
        Map<List<String>, List<Entry>> grouped = new LinkedHashMap<>();
        entries.stream()
                .filter(one -> wanted(asked.light(), one))
                .forEach(one -> grouped.computeIfAbsent(
                                asked.ledger().by().stream()
                                        .map(field -> readable(one, field)
                                                .map(saying -> String.valueOf(saying.value()))
                                                .orElse(""))
                                        .toList(),
                                key -> new ArrayList<>())
                        .add(one));
        List<Map.Entry<List<String>, List<Entry>>> ordered = new ArrayList<>(grouped.entrySet());
        List<String> rungs = MechanismPages.field(newest, asked.ledger().by().getFirst()).stream()
                .flatMap(field -> field.choices().stream())
                .map(Field.Choice::value)
                .toList();
        if (!rungs.isEmpty()) {
            ordered.sort(Comparator.comparing(one -> rungs.indexOf(one.getKey().getFirst())));
        }
        return ordered.stream().map(one -> group(page, asked, one.getValue())).toList();
    }

    private static boolean wanted(String light, Entry one) {
        return switch (light) {
            case "" -> true;
            case "missing" -> one.missing().isPresent();
            default -> one.light().name().equalsIgnoreCase(light);
        };
    }

    private LedgerView.Group group(Page page, Asked asked, List<Entry> entries) {
        Entry first = entries.getFirst();
        List<String> words = asked.ledger().by().stream()
                .map(field -> said(page, first, field).orElse(""))
                .toList();
        long over = entries.stream().filter(one -> one.light() == Light.OVER).count();
        long red = entries.stream().filter(one -> one.light() == Light.RED).count();
        long missing = entries.stream().filter(one -> one.missing().isPresent()).count();
        return new LedgerView.Group(
                words.getFirst().isEmpty()
                        ? page.t(
                                "mechanism.ledger.none-said",
                                page.t(asked.ledger().group()))
                        : words.getFirst(),
                words.stream().skip(1).filter(word -> !word.isEmpty()).collect(Collectors.joining(" · ")),
                page.t("mechanism.ledger.summary", entries.size(), over, red)
                        + (missing == 0 ? "" : page.t("mechanism.ledger.summary.missing", missing)),
                entries.stream().map(one -> row(page, asked, one)).toList());
    }

    private LedgerView.Row row(Page page, Asked asked, Entry one) {
        Matter matter = one.matter();
        Integer lead = matter.lead();
        return new LedgerView.Row(
                matter.number().toString(),
                one.discretion().title(matter),
                lead == null ? "" : organisation.units().name(lead, page.locale()),
                page.t(one.programme().state(matter.state()).title()),
                page.t(one.light().key()),
                one.light().tone(),
                matter.clocks().stream()
                        .filter(clock -> clock.open() && clock.unit() == null)
                        .filter(clock ->
                                clock.name().equals(asked.ledger().lights().getFirst()))
                        .findFirst()
                        .map(clock ->
                                page.t("mechanism.ledger.due", clock.deadline().due()))
                        .orElse(""),
                asked.ledger().tells().stream()
                        .flatMap(field -> told(page, one, field).stream())
                        .toList(),
                one.missing()
                        .map(clock -> page.t(
                                "mechanism.ledger.missing", clock.deadline().due()))
                        .orElse(""));
    }

    private Optional<String> told(Page page, Entry one, String name) {
        return MechanismPages.field(one.programme(), name)
                .flatMap(field -> said(page, one, name)
                        .map(said -> page.t("mechanism.ledger.told", page.t(field.title()), said)));
    }

    private Optional<String> said(Page page, Entry one, String name) {
        return readable(one, name)
                .flatMap(saying -> saying.told(one.programme(), name, one.discretion(), page, organisation));
    }

    /** What was last said in a field, when this reader may know it. */
    private static Optional<Saying> readable(Entry one, String name) {
        return Saying.of(one.history(), name)
                .findFirst()
                .filter(saying -> saying.readable(one.programme(), name, one.discretion()));
    }

    private static Instant begin(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay(Formats.ZONE).toInstant();
    }

    static String path(String programme) {
        return "/desk/ledgers/" + programme;
    }
}

package org.huiyin.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.huiyin.frame.ClockFace;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Worklist;
import org.huiyin.matter.Worklists;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.programme.Text;
import org.huiyin.track.Discretion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the desk together: which lists there are, what waits in them, and the rows of one. */
@Component
class DeskViews {

    private static final int ROWS = 50;

    private final Worklists worklists;
    private final Lists lists;
    private final MatterLookup lookup;
    private final Organisation organisation;
    private final ClockFaces faces;
    private final Rail rail;

    DeskViews(
            Worklists worklists,
            Lists lists,
            MatterLookup lookup,
            Organisation organisation,
            ClockFaces faces,
            Rail rail) {
        this.worklists = worklists;
        this.lists = lists;
        this.lookup = lookup;
        this.organisation = organisation;
        this.faces = faces;
        this.rail = rail;
    }

    DeskView of(Page page, ListAddress asked, @Nullable MatterView open) {
        Actor reader = page.reader();
        List<String> names = lists.of(reader.role());
        Map<String, Integer> counts = counts(reader, names, page.formats().now());
        ListAddress address = asked.of(chosen(asked.list(), names, counts));
        Worklist.Page found = address.list().isEmpty()
                ? new Worklist.Page(List.of(), null)
                : worklists.page(
                        reader,
                        address.wanted(ROWS),
                        lists.all(),
                        page.formats().now());
        Worklist.After next = found.next();
        return new DeskView(
                names.stream().map(name -> entry(page, name, counts, address)).toList(),
                rail.links(page),
                rail.saved(page),
                address.list().isEmpty() ? page.t("worklist.title") : lists.title(page, address.list()),
                count(page, counts.getOrDefault(address.list(), 0)),
                address,
                rows(page, address.list(), found.rows()),
                address.trail().isEmpty() ? null : address.newer().path(),
                next == null ? null : address.older(next).path(),
                filters(page),
                lists.bulk(reader.role(), address.list()).stream()
                        .map(rule -> bulk(page, rule))
                        .toList(),
                UUID.randomUUID().toString(),
                Shortcuts.all(page, lists),
                open);
    }

    /** The matter that follows this place of a list; empty when it is the last or was not opened from a list. */
    Optional<MatterView.Next> after(Actor reader, ListAddress from, String cursor, Instant now) {
        Worklist.After place = ListAddress.after(cursor);
        if (from.list().isEmpty() || place == null || !lists.knows(from.list())) {
            return Optional.empty();
        }
        return worklists.page(reader, from.wanted(1, place), lists.all(), now).rows().stream()
                .findFirst()
                .map(row -> new MatterView.Next(
                        row.number().toString(),
                        ListAddress.cursor(
                                new Worklist.After(row.due(), row.number().id()))));
    }

    /** What an address says about where a matter was opened from. */
    MatterViews.Visit visit(Page page, String from, String cursor, String step) {
        ListAddress address = ListAddress.parse(from);
        String place = ListAddress.after(cursor) == null ? "" : cursor;
        return new MatterViews.Visit(
                address,
                place,
                step,
                after(page.reader(), address, place, page.formats().now()));
    }

    private Map<String, Integer> counts(Actor reader, List<String> names, Instant now) {
        if (names.isEmpty()) {
            return Map.of();
        }
        List<String> own = names.stream().filter(lists.all()::contains).toList();
        return worklists.counts(reader, own, lists.all(), now);
    }

    /** The list asked for, else the first in which something waits. */
    private String chosen(String asked, List<String> names, Map<String, Integer> counts) {
        if (lists.knows(asked)) {
            return asked;
        }
        return names.stream()
                .filter(name -> counts.getOrDefault(name, 0) > 0)
                .findFirst()
                .or(() -> names.stream().findFirst())
                .orElse("");
    }

    private DeskView.RailEntry entry(Page page, String name, Map<String, Integer> counts, ListAddress address) {
        int count = counts.getOrDefault(name, 0);
        return new DeskView.RailEntry(
                name,
                lists.title(page, name),
                count(page, count),
                name.equals(Worklist.OVERDUE) && count > 0,
                ListAddress.START.of(name).path(),
                name.equals(address.list()),
                Shortcuts.toList(name));
    }

    static String count(Page page, int count) {
        return count > Worklists.MOST_COUNTED ? page.number(Worklists.MOST_COUNTED) + "+" : page.number(count);
    }

    List<DeskRow> rows(Page page, String list, List<Worklist.Row> found) {
        Map<Long, Matter> matters =
                lookup.findAll(found.stream().map(row -> row.number().id()).toList());
        return found.stream()
                .flatMap(
                        row -> Optional.ofNullable(matters.get(row.number().id()))
                                .map(matter -> row(page, list, row, matter))
                                .stream())
                .toList();
    }

    /** Who reaches the unit but may not read the matter reads what everybody does. */
    private String title(Page page, Matter matter, Discretion discretion) {
        if (lookup.mayRead(page.reader(), matter)) {
            return discretion.title(matter);
        }
        return matter.confidential() ? page.t("worklist.confidential") : matter.publicTitle();
    }

    private DeskRow row(Page page, String list, Worklist.Row row, Matter matter) {
        Programme programme = lookup.programmeOf(matter);
        Integer unit = row.lead();
        Discretion discretion = Discretion.of(lookup, page.reader(), matter);
        return new DeskRow(
                row.number().toString(),
                row.version(),
                title(page, matter, discretion),
                near(organisation.places().line(discretion.place(row.place())), page),
                DeskRow.category(page, programme, row.category()),
                unit == null ? "" : organisation.units().name(unit, page.locale()),
                clock(page, list, programme, matter),
                page.t(programme.state(row.state()).title()),
                DeskRow.tone(matter.list()),
                row.urgency(),
                DeskRow.choice(page, programme, "urgency", row.urgency()),
                row.merged(),
                ListAddress.cursor(new Worklist.After(row.due(), row.number().id())));
    }

    /** The innermost two names of a place: clerks know in which county they are. */
    private static String near(List<Place> line, Page page) {
        return line.stream()
                .skip(Math.max(0, line.size() - 2))
                .map(place -> place.shortName(page.locale()))
                .collect(Collectors.joining(" · "));
    }

    /** What is due next for whoever looks: of a matter they only help with, their own clock. */
    private @Nullable ClockFace clock(Page page, String list, Programme programme, Matter matter) {
        Optional<Clock> own = matter.clocks().stream()
                .filter(clock -> list.equals(Worklist.CO_HANDLING) && clock.running() && mine(page.reader(), clock))
                .findFirst();
        return own.or(matter::nextClock)
                .or(() -> matter.clocks().stream().filter(Clock::paused).findFirst())
                .map(clock -> faces.brief(page, programme, clock))
                .orElse(null);
    }

    private static boolean mine(Actor reader, Clock clock) {
        Integer unit = clock.unit();
        return unit != null && reader.reach().coversUnit(unit);
    }

    private DeskView.Filters filters(Page page) {
        return new DeskView.Filters(
                Options.of(organisation, page.locale()).places(),
                options(page, lists.categories()),
                options(page, lists.urgencies()));
    }

    private static List<Options.Option> options(Page page, Map<String, Text> named) {
        return named.entrySet().stream()
                .map(one -> new Options.Option(one.getKey(), page.t(one.getValue())))
                .toList();
    }

    static DeskView.BulkStep bulk(Page page, StepRule rule) {
        return new DeskView.BulkStep(rule.name(), page.t(rule.title()), Shortcuts.of(rule.name()), direct(rule));
    }

    /** Whether a step needs no word from anybody: then it is taken at the press of one key. */
    static boolean direct(StepRule rule) {
        return rule.tone() == StepRule.Tone.LIKELY
                && rule.form().fields().stream().noneMatch(Field::required);
    }
}

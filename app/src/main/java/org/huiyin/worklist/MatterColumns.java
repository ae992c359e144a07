package org.huiyin.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.calendar.Limit;
import org.huiyin.frame.Page;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Marks;
import org.huiyin.sheet.UnitNames;
import org.huiyin.track.Discretion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How matters are written in a table: one row each, as far as its reader may know it. Nothing sealed stands in them. */
@Component
class MatterColumns {

    static final String NUMBER = "sheet.column.number";
    static final String LEAD = "sheet.column.lead";
    static final String CO_HANDLERS = "sheet.column.co-handlers";
    static final String KIND = "sheet.column.kind";
    static final String CATEGORY = "sheet.column.category";
    static final String URGENCY = "sheet.column.urgency";
    static final String DUE = "sheet.column.due";
    static final String REASON = "sheet.column.reason";

    private final MatterLookup lookup;
    private final Organisation organisation;

    MatterColumns(MatterLookup lookup, Organisation organisation) {
        this.lookup = lookup;
        this.organisation = organisation;
    }

    /** The columns, the mark at the end. */
    <R> List<Column<R>> of(Page page, Function<R, Matter> matter) {
        return Marks.marked(written(page, matter), row -> matter.apply(row).version());
    }

    private <R> List<Column<R>> written(Page page, Function<R, Matter> of) {
        List<Column<R>> columns = new ArrayList<>();
        Map<String, String> paths = new HashMap<>();
        UnitNames units = new UnitNames(organisation.units(), page.locale());
        columns.add(Column.code(NUMBER, row -> of.apply(row).number().toString()));
        columns.add(Column.text(
                "sheet.column.title", row -> discretion(page, of.apply(row)).title(of.apply(row))));
        columns.add(Column.text(
                "sheet.column.place",
                row -> paths.computeIfAbsent(
                        discretion(page, of.apply(row)).place(of.apply(row).place()),
                        place -> organisation.places().path(place, page.locale()))));
        columns.add(Column.text(
                KIND,
                row -> DeskRow.kind(
                        page, programme(of.apply(row)), of.apply(row).kind())));
        columns.add(Column.text(
                CATEGORY,
                row -> DeskRow.category(
                        page, programme(of.apply(row)), of.apply(row).category())));
        columns.add(Column.text(
                URGENCY,
                row -> choice(page, of.apply(row), "urgency", of.apply(row).urgency())));
        columns.add(Column.text(
                "sheet.column.state",
                row -> page.t(
                        programme(of.apply(row)).state(of.apply(row).state()).title())));
        columns.add(Column.text(LEAD, row -> units.name(of.apply(row).lead())));
        columns.add(Column.text(
                CO_HANDLERS,
                row -> of.apply(row).coHandlers().stream().map(units::name).collect(Collectors.joining("、"))));
        columns.add(Column.time(DUE, row -> due(of.apply(row))));
        columns.add(Column.text(
                "sheet.column.next",
                row -> of.apply(row)
                        .nextClock()
                        .map(clock -> ClockFaces.title(page, programme(of.apply(row)), clock))
                        .orElse("")));
        columns.add(Column.time(
                "sheet.column.next-due",
                row -> of.apply(row)
                        .nextClock()
                        .map(clock -> clock.deadline().due())
                        .orElse(null)));
        columns.add(Column.time("sheet.column.raised", row -> of.apply(row).raisedAt()));
        columns.add(Column.number("sheet.column.round", row -> of.apply(row).round()));
        columns.add(Column.number("sheet.column.merged", row -> of.apply(row).merged()));
        columns.add(Column.longText(REASON, row -> ""));
        return columns;
    }

    /** When the limit that can be lengthened runs out; null while it does not run. */
    private @Nullable Instant due(Matter matter) {
        return extendable(programme(matter), matter)
                .filter(Clock::running)
                .map(clock -> clock.deadline().due())
                .orElse(null);
    }

    /** The open clock a step of the programme can lengthen. */
    static Optional<Clock> extendable(Programme programme, Matter matter) {
        return extension(programme).flatMap(extend -> matter.openClock(extend.clock()));
    }

    /** What lengthens a clock in this programme by working days, and the field that says by how many. */
    static Optional<StepRule.Effects.Extend> extension(Programme programme) {
        return programme.steps().values().stream()
                .flatMap(rule -> java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(rule.effects()),
                        rule.to().stream().map(StepRule.Branch::effects)))
                .flatMap(effects -> java.util.stream.Stream.ofNullable(effects.extend()))
                .filter(extend -> extend.in() == Limit.Measure.WORKING_DAYS)
                .findFirst();
    }

    private Programme programme(Matter matter) {
        return lookup.programmeOf(matter);
    }

    private Discretion discretion(Page page, Matter matter) {
        return Discretion.of(lookup, page.reader(), matter);
    }

    private String choice(Page page, Matter matter, String field, String value) {
        return DeskRow.choice(page, programme(matter), field, value);
    }
}

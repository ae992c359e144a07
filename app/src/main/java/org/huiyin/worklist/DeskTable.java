package org.huiyin.worklist;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Step;
import org.huiyin.matter.StepRequest;
import org.huiyin.matter.Whole;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Compared;
import org.huiyin.sheet.Exports;
import org.huiyin.sheet.Given;
import org.huiyin.sheet.GivenRows;
import org.huiyin.sheet.Heading;
import org.huiyin.sheet.Marks;
import org.huiyin.sheet.SheetIntake;
import org.huiyin.sheet.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A worklist that comes back edited: each row that says something else than its matter becomes the one step that makes it so, taken by whoever
 * brings it and only if the matter still stands as it was written.
 */
@Component
class DeskTable implements SheetIntake {

    /** Matters that are changed stay locked until all are; more would keep others waiting. */
    static final int MOST_EDITED = 5000;

    private static final int LOOKED_UP = 500;

    private static final String TAKEN_BEFORE = """
            select key from step where matter_id = any(:matters) and key = any(:keys)
            """;

    private final MatterColumns columns;
    private final MatterLookup lookup;
    private final EditedSteps edits;
    private final Desk desk;
    private final JdbcClient database;
    private final EditedBack back;

    DeskTable(
            MatterColumns columns,
            MatterLookup lookup,
            EditedSteps edits,
            Desk desk,
            JdbcClient database,
            EditedBack back) {
        this.columns = columns;
        this.lookup = lookup;
        this.edits = edits;
        this.desk = desk;
        this.database = database;
        this.back = back;
    }

    /** A row that somebody edited. */
    private record Edited(Given given, String digest, StepRequest request, EditedSteps.Edit edit) {}

    @Override
    public String name() {
        return "edits";
    }

    @Override
    public String list() {
        return "";
    }

    @Override
    public String title(Page page) {
        return page.t("worklist.table");
    }

    @Override
    public boolean open(Actor reader) {
        return reader.role() == Role.DISPATCHER
                || reader.role() == Role.SUPERVISOR
                || reader.role() == Role.HANDLER
                || reader.role() == Role.UNIT_HEAD;
    }

    @Override
    public List<Heading> headings(Page page) {
        Set<String> needed = Set.of(MatterColumns.NUMBER, Marks.KEY);
        return columns.<Matter>of(page, matter -> matter).stream()
                .map(column -> Heading.of(page.texts(), column.key(), column.kind(), needed.contains(column.key())))
                .toList();
    }

    @Override
    public Taken take(Page page, GivenRows rows, boolean trying, String file) {
        List<Column<Matter>> here = columns.of(page, matter -> matter);
        long[] untouched = {0};
        TreeMap<Long, Given> touched = new TreeMap<>();
        rows.each(given -> {
            if (Compared.untouched(given, here)) {
                untouched[0]++;
            } else {
                note(given, touched);
            }
        });
        if (touched.size() > MOST_EDITED) {
            rows.fault(page.t("worklist.table.too-many", MOST_EDITED));
            return new Taken(0, 0, untouched[0], List.of());
        }
        List<Edited> edited = edited(page, touched.values());
        List<Taken.Touched> taken = perform(page, rows, edited, trying);
        return new Taken(
                0,
                edited.size(),
                untouched[0] + touched.values().stream().filter(Given::fine).count() - edited.size(),
                taken);
    }

    /** By number: matters are locked in the same order by everybody. */
    private static void note(Given given, TreeMap<Long, Given> touched) {
        Optional<MatterNumber> number = Numbers.read(given.needed(MatterColumns.NUMBER));
        if (number.isEmpty()) {
            if (given.has(MatterColumns.NUMBER)) {
                given.fault(MatterColumns.NUMBER, "worklist.table.no-number");
            }
            return;
        }
        Given earlier = touched.putIfAbsent(number.get().id(), given);
        if (earlier != null) {
            given.fault(MatterColumns.NUMBER, "sheet.fault.twice", earlier.line());
        }
    }

    private List<Edited> edited(Page page, Collection<Given> rows) {
        List<Edited> edited = new ArrayList<>();
        List<Given> all = List.copyOf(rows);
        for (int from = 0; from < all.size(); from += LOOKED_UP) {
            List<Given> part = all.subList(from, Math.min(all.size(), from + LOOKED_UP));
            Map<Long, Matter> matters =
                    lookup.findAll(part.stream().map(DeskTable::id).toList());
            Set<String> before = takenBefore(page, part);
            for (Given given : part) {
                Matter matter = matters.get(id(given));
                if (matter == null || !lookup.mayRead(page.reader(), matter)) {
                    given.fault(MatterColumns.NUMBER, "problem.no-such-matter.why");
                } else if (!before.contains(key(page, digest(given)))) {
                    edit(page, given, matter).ifPresent(edited::add);
                }
            }
        }
        return edited;
    }

    private static long id(Given given) {
        return Numbers.read(given.text(MatterColumns.NUMBER)).orElseThrow().id();
    }

    /** What a row says, all of it; a file that is sent again says the same. */
    private static String digest(Given given) {
        return "sheet-" + given.digest();
    }

    private static String key(Page page, String digest) {
        return page.reader().account() + ":" + page.reader().post() + ":" + digest;
    }

    private Set<String> takenBefore(Page page, List<Given> rows) {
        return database
                .sql(TAKEN_BEFORE)
                .param("matters", rows.stream().map(DeskTable::id).toArray(Long[]::new))
                .param("keys", rows.stream().map(row -> key(page, digest(row))).toArray(String[]::new))
                .query((row, number) -> row.getString(1))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    private Optional<Edited> edit(Page page, Given given, Matter matter) {
        List<Column<Matter>> written = columns.of(page.in(given.language()), one -> one);
        Compared compared = Compared.of(given, written, matter, true);
        if (compared.how() == Compared.How.SAME) {
            return Optional.empty();
        }
        Marks mark = compared.mark();
        if (mark == null) {
            given.fault(Marks.KEY, "worklist.table.no-mark");
            return Optional.empty();
        }
        if (mark.version() != matter.version()) {
            given.fault(MatterColumns.NUMBER, "sheet.fault.moved-on", since(page, matter, mark.version()));
            return Optional.empty();
        }
        return edits.of(page, given, matter, compared.changed())
                .map(edit -> new Edited(
                        given,
                        digest(given),
                        StepRequest.further(
                                matter.number(),
                                mark.version(),
                                edit.rule().name(),
                                page.reader(),
                                edit.values(),
                                digest(given)),
                        edit));
    }

    /** What happened since the row was written, oldest first. */
    private String since(Page page, Matter matter, int version) {
        var programme = lookup.programmeOf(matter);
        return lookup.history(matter.number()).stream()
                .filter(step -> step.seq() > version)
                .map((Step step) -> page.time(step.occurredAt()) + " "
                        + programme
                                .step(step.name())
                                .map(rule -> page.t(rule.title()))
                                .orElse(step.name()))
                .collect(Collectors.joining(page.t("worklist.table.then")));
    }

    private List<Taken.Touched> perform(Page page, GivenRows rows, List<Edited> edited, boolean trying) {
        List<Taken.Touched> taken = new ArrayList<>();
        if (edited.isEmpty()) {
            return taken;
        }
        try (Whole whole = desk.whole()) {
            for (int from = 0; from < edited.size(); from += Whole.AT_ONCE) {
                List<Edited> part = edited.subList(from, Math.min(edited.size(), from + Whole.AT_ONCE));
                List<StepRequest> requests = part.stream().map(Edited::request).toList();
                List<? extends @Nullable Outcome> outcomes =
                        trying || rows.faulty() ? whole.foresee(requests) : whole.perform(requests);
                for (int i = 0; i < part.size(); i++) {
                    tell(page, part.get(i), outcomes.get(i), taken);
                }
            }
            if (!trying && !rows.faulty()) {
                whole.commit();
            }
        }
        return taken;
    }

    private void tell(Page page, Edited edited, @Nullable Outcome outcome, List<Taken.Touched> taken) {
        if (outcome instanceof Outcome.Done(var receipt)) {
            taken.add(new Taken.Touched(
                    receipt.number().toString(),
                    edited.digest(),
                    edits.before(edited.edit()),
                    Integer.toString(receipt.version())));
        } else if (outcome != null) {
            Matter matter = edited.edit().matter();
            edited.given().faultSaid(edited.edit().about(), Verdicts.why(page, lookup.programmeOf(matter), outcome));
        }
    }

    @Override
    public List<String> undo(Page page, List<Taken.Touched> taken, Exports.Progress progress) {
        return back.undo(page, taken);
    }
}

package org.huiyin.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.matter.Desk;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Refusal;
import org.huiyin.matter.StepRequest;
import org.huiyin.matter.Whole;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.huiyin.programme.Field;
import org.huiyin.programme.FieldError;
import org.huiyin.programme.Form;
import org.huiyin.sheet.Exports;
import org.huiyin.sheet.FieldCells;
import org.huiyin.sheet.Given;
import org.huiyin.sheet.GivenRows;
import org.huiyin.sheet.Heading;
import org.huiyin.sheet.SheetIntake;
import org.huiyin.sheet.Taken;
import org.huiyin.sheet.TakenRows;
import org.huiyin.track.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Matters raised on behalf of others, a row each: the fields of the raise form. A row that came before from the same person is known by its
 * content and not raised again, whatever became of the file in between.
 */
@Component
class RaiseTable implements SheetIntake {

    private final Intake intake;
    private final Desk desk;
    private final FieldCells cells;
    private final TakenRows takenRows;

    RaiseTable(Intake intake, Desk desk, FieldCells cells, TakenRows takenRows) {
        this.intake = intake;
        this.desk = desk;
        this.cells = cells;
        this.takenRows = takenRows;
    }

    @Override
    public String name() {
        return "matters";
    }

    @Override
    public String title(Page page) {
        return page.t("intake.table");
    }

    @Override
    public boolean open(Actor reader) {
        return reader.role() == Role.DISPATCHER
                || reader.role() == Role.SUPERVISOR
                || reader.role() == Role.GRID_WORKER;
    }

    @Override
    public List<Heading> headings(Page page) {
        return form(page).fields().stream().map(cells::heading).toList();
    }

    private Form form(Page page) {
        Form form = beginning(page).form(page.reader());
        return new Form(form.fields().stream()
                .filter(field -> field.type() != Field.Type.MATTER)
                .toList());
    }

    private Intake.Beginning beginning(Page page) {
        return intake.beginning("", page.reader()).orElseThrow();
    }

    @Override
    public Taken take(Page page, GivenRows rows, boolean trying, String file) {
        try (Whole whole = desk.whole()) {
            Taking taking = new Taking(page, rows, whole, trying);
            rows.each(taking::take);
            taking.flush();
            if (!trying && !rows.faulty()) {
                whole.commit();
            }
            return taking.taken();
        }
    }

    /** One run over a table. */
    private final class Taking {

        private final Page page;
        private final GivenRows rows;
        private final Whole whole;
        private final boolean trying;
        private final Form form;
        private final Intake.Beginning beginning;
        private final FieldCells.Reading reading;
        private final Map<String, Integer> met = new HashMap<>();
        private final List<Row> waiting = new ArrayList<>();
        private final List<Taken.Touched> touched = new ArrayList<>();
        private long added;
        private long same;

        Taking(Page page, GivenRows rows, Whole whole, boolean trying) {
            this.page = page;
            this.rows = rows;
            this.whole = whole;
            this.trying = trying;
            this.form = form(page);
            this.beginning = beginning(page);
            this.reading = cells.reading(page);
        }

        private record Row(Given given, Map<String, Object> values, String mark) {}

        void take(Given given) {
            Map<String, Object> raw = reading.read(given, form);
            beginning
                    .channel()
                    .ifPresent(channel -> raw.putIfAbsent(channel.name(), Intake.usualChannel(page.reader())));
            Form.Checked checked = form.check(raw, false, page.formats().today());
            for (FieldError error : checked.errors()) {
                given.faultSaid(FieldCells.key(error.field()), Filled.said(page, error));
            }
            if (given.fine()) {
                String digest = digest(checked.values());
                int nth = met.merge(digest, 1, Integer::sum);
                waiting.add(new Row(given, checked.values(), digest + "-" + nth));
            }
            if (waiting.size() >= Whole.AT_ONCE) {
                flush();
            }
        }

        void flush() {
            if (waiting.isEmpty()) {
                return;
            }
            List<String> marks = waiting.stream().map(Row::mark).toList();
            Map<String, Integer> undone = takenRows.undone(page.reader(), marks);
            List<StepRequest> requests = waiting.stream()
                    .map(row -> StepRequest.begin(
                            beginning.programme().name(),
                            beginning.step().name(),
                            page.reader(),
                            row.values(),
                            List.of(),
                            "sheet-" + row.mark() + "-" + undone.getOrDefault(row.mark(), 0)))
                    .toList();
            // once something is wrong nothing will be stored, but the rest is still looked through
            boolean only = trying || rows.faulty();
            List<? extends @Nullable Outcome> outcomes = only ? whole.foresee(requests) : whole.perform(requests);
            List<String> kept = takenRows.kept(page.reader(), marks);
            for (int i = 0; i < waiting.size(); i++) {
                tell(waiting.get(i), outcomes.get(i), kept);
            }
            waiting.clear();
        }

        private void tell(Row row, @Nullable Outcome outcome, List<String> kept) {
            switch (outcome) {
                case null -> added++;
                case Outcome.Done(var receipt) -> {
                    if (receipt.again()) {
                        same++;
                    } else {
                        added++;
                    }
                    if (!receipt.again() || !kept.contains(row.mark())) {
                        touched.add(new Taken.Touched(receipt.number().toString(), row.mark(), "", ""));
                    }
                }
                case Outcome.NotYours no -> row.given().fault("", "problem.not-yours.why");
                case Outcome.NoSuchMatter no -> row.given().fault("", "problem.no-such-matter.why");
                case Outcome.Stale no -> row.given().fault("", "problem.stale.why");
                case Outcome.Refused(Refusal.BadFields(var errors)) ->
                    errors.forEach(
                            error -> row.given().faultSaid(FieldCells.key(error.field()), Filled.said(page, error)));
                case Outcome.Refused(var why) ->
                    row.given().faultSaid("", Refusals.problem(page, why).why(page));
            }
        }

        Taken taken() {
            return new Taken(added, 0, same, touched);
        }
    }

    /** What a row says, whatever the order of its columns. */
    private static String digest(Map<String, Object> values) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(new TreeMap<>(values).toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Withdraws what was raised, while nobody has acted on any of it. */
    @Override
    public List<String> undo(Page page, List<Taken.Touched> taken, Exports.Progress progress) {
        Actor reader = page.reader();
        Actor importer = new Actor(
                reader.account(), reader.post(), reader.unit(), Role.IMPORTER, reader.name(), reader.reach(), null);
        Map<String, Object> reason = new LinkedHashMap<>();
        reason.put("withdraw-reason", page.t("intake.table.undone"));
        List<String> why = new ArrayList<>();
        List<Taken.Touched> inOrder = taken.stream()
                .sorted(java.util.Comparator.comparing(Taken.Touched::key))
                .toList();
        try (Whole whole = desk.whole()) {
            for (int from = 0; from < inOrder.size(); from += Whole.AT_ONCE) {
                List<Taken.Touched> part = inOrder.subList(from, Math.min(inOrder.size(), from + Whole.AT_ONCE));
                List<Outcome> outcomes = whole.perform(part.stream()
                        .map(one -> StepRequest.further(
                                MatterNumber.parse(one.key()), 1, "withdraw", importer, reason, "sheet-undo"))
                        .toList());
                for (int i = 0; i < part.size(); i++) {
                    if (!(outcomes.get(i) instanceof Outcome.Done)) {
                        why.add(page.t("intake.table.not-undone", part.get(i).key()));
                    }
                }
                progress.at(from + part.size(), inOrder.size());
            }
            if (why.isEmpty()) {
                whole.commit();
            }
            return why;
        }
    }
}

package org.huiyin.worklist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Receipt;
import org.huiyin.matter.Step;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Form;
import org.huiyin.track.Discretion;
import org.springframework.stereotype.Component;

/** Takes one step on many matters, each on its own: what the rules forbid for one does not hold up the others. */
@Component
class Bulk {

    private final Desk desk;
    private final MatterLookup lookup;
    private final Organisation organisation;
    private final Tellings tellings;
    private final Sides sides;

    Bulk(Desk desk, MatterLookup lookup, Organisation organisation, Tellings tellings, Sides sides) {
        this.desk = desk;
        this.lookup = lookup;
        this.organisation = organisation;
        this.tellings = tellings;
        this.sides = sides;
    }

    /** What is suggested for all of them together. */
    UnitAdvice.Advised advised(Page page, Selection selection) {
        return sides.advised(
                page, selection.rule(), List.copyOf(selection.rows().keySet()));
    }

    /** Units that are likely for all of them, by how many they are likely for. */
    List<Integer> suggested(Selection selection) {
        Map<Integer, Long> votes = selection.rows().keySet().stream()
                .limit(20)
                .flatMap(matter ->
                        Suggestions.of(organisation.units(), lookup.programmeOf(matter), matter, List.of()).stream())
                .collect(Collectors.groupingBy(unit -> unit, Collectors.counting()));
        return votes.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .limit(6)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Those that are merged usually join the oldest of them; a public one cannot join a confidential one. */
    Filled proposed(Selection selection) {
        boolean merges = selection.rule().form().field("into").isPresent();
        return selection.rows().keySet().stream()
                .min(Comparator.comparing(Matter::confidential).thenComparing(Matter::id))
                .filter(oldest -> merges)
                .map(oldest -> Filled.with(Map.of("into", oldest.number().toString())))
                .orElse(Filled.EMPTY);
    }

    /**
     * Asks for all steps at once and waits for every answer.
     *
     * @param values the form, checked
     * @param key begins the idempotency key of each
     */
    BulkResult take(Page page, Selection selection, Map<String, Object> values, String key) {
        List<Matter> matters = selection.rows().keySet().stream()
                .filter(matter -> !matter.number().toString().equals(values.get("into")))
                .toList();
        List<Outcome> outcomes = desk.performAll(matters.stream()
                .map(matter -> wish(page, selection, matter, values, key))
                .toList());
        Map<Long, Matter> after =
                lookup.findAll(matters.stream().map(Matter::id).toList());
        List<BulkResult.Line> lines = new ArrayList<>();
        for (int i = 0; i < matters.size(); i++) {
            Matter now = Optional.ofNullable(after.get(matters.get(i).id())).orElse(matters.get(i));
            lines.add(line(page, selection, now, filled(selection, now, values), outcomes.get(i)));
        }
        selection
                .unknown()
                .forEach(number ->
                        lines.add(new BulkResult.Line(number, "", false, page.t("problem.no-such-matter.why"))));
        lines.sort(Comparator.comparing(BulkResult.Line::done));
        int done = (int) lines.stream().filter(BulkResult.Line::done).count();
        return new BulkResult(page.t(selection.rule().title()), done, lines, selection.from());
    }

    private static StepRequest wish(
            Page page, Selection selection, Matter matter, Map<String, Object> values, String key) {
        String own = key + "-" + selection.rule().name() + "-" + matter.number();
        return StepRequest.further(
                matter.number(),
                selection.rows().getOrDefault(matter, 0),
                selection.rule().name(),
                page.reader(),
                filled(selection, matter, values),
                own.length() > 100 ? own.substring(own.length() - 100) : own);
    }

    /** The form, with what each matter already has where the form leaves it out. */
    private static Map<String, Object> filled(Selection selection, Matter matter, Map<String, Object> values) {
        Form form = selection.rule().form();
        Map<String, Object> filled = new HashMap<>(values);
        Prefill.properties(matter).forEach((name, value) -> {
            if (form.field(name).isPresent() && !value.isEmpty()) {
                filled.putIfAbsent(name, value);
            }
        });
        return filled;
    }

    private BulkResult.Line line(
            Page page, Selection selection, Matter now, Map<String, Object> values, Outcome outcome) {
        var programme = lookup.programmeOf(now);
        Discretion discretion = Discretion.of(lookup, page.reader(), now);
        String text = outcome instanceof Outcome.Done(var receipt)
                ? tellings.done(page, programme, now, taken(page, selection, receipt, values), discretion)
                : Verdicts.why(page, programme, outcome);
        return new BulkResult.Line(
                now.number().toString(), discretion.title(now), outcome instanceof Outcome.Done, text);
    }

    /** The step as it was stored, put together from what was asked: five hundred histories need not be read for their last line. */
    private static Step taken(Page page, Selection selection, Receipt receipt, Map<String, Object> values) {
        var reader = page.reader();
        return new Step(
                receipt.number().id(),
                receipt.version(),
                selection.rule().name(),
                new Step.By(reader.account(), reader.post(), reader.unit(), reader.role()),
                receipt.recordedAt(),
                receipt.recordedAt(),
                "",
                receipt.state(),
                1,
                values,
                Map.of(),
                List.of(),
                "");
    }
}

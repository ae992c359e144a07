package org.huiyin.handbook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.huiyin.frame.Page;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programme.ClockRule;
import org.huiyin.programme.Relation;
import org.huiyin.programme.StepRule;
import org.huiyin.programme.StepRule.Effects;

/**
 * A step as a line of the handbook, in the reader's words.
 *
 * @param rules when it is refused
 */
public record StepRow(
        String key,
        String title,
        List<String> who,
        List<String> from,
        List<String> to,
        List<Field> fields,
        int evidence,
        List<String> clocks,
        List<String> rules) {

    static List<StepRow> all(Programme programme, Page page) {
        return programme.steps().values().stream()
                .map(step -> of(step, programme, page))
                .toList();
    }

    private static StepRow of(StepRule step, Programme programme, Page page) {
        StepRule.Window within = step.within();
        Stream<String> window = within == null ? Stream.of() : Stream.of(page.t(within.refusal()));
        return new StepRow(
                step.name(),
                page.t(step.title()),
                step.by().stream()
                        .filter(relation -> relation != Relation.IMPORTER)
                        .sorted()
                        .map(relation -> page.t("handbook.relation." + relation.key()))
                        .toList(),
                Chart.sources(step).stream()
                        .map(state -> page.t(programme.state(state).title()))
                        .toList(),
                step.to().stream()
                        .map(branch -> page.t(programme.state(branch.state()).title()))
                        .toList(),
                step.form().fields().stream()
                        .filter(field -> !field.importOnly())
                        .toList(),
                step.evidence(),
                clocks(step, programme, page),
                Stream.concat(window, step.guards().stream().map(guard -> page.t(guard.refusal())))
                        .toList());
    }

    private static List<String> clocks(StepRule step, Programme programme, Page page) {
        List<Effects> all = new ArrayList<>(List.of(step.effects()));
        step.to().forEach(branch -> all.add(branch.effects()));
        List<String> lines = new ArrayList<>();
        add(lines, "starts", all.stream().map(Effects::starts), programme, page);
        add(lines, "stops", all.stream().map(Effects::stops), programme, page);
        add(lines, "pauses", all.stream().map(Effects::pauses), programme, page);
        add(lines, "resumes", all.stream().map(Effects::resumes), programme, page);
        Effects.Extend extend = step.effects().extend();
        add(lines, "extends", Stream.of(extend == null ? List.of() : List.of(extend.clock())), programme, page);
        return lines;
    }

    private static void add(
            List<String> lines, String what, Stream<List<String>> names, Programme programme, Page page) {
        List<String> titles = names.flatMap(Collection::stream)
                .distinct()
                .map(name -> clock(programme, name))
                .map(clock -> page.t(clock.title()))
                .toList();
        if (!titles.isEmpty()) {
            lines.add(page.t("handbook.clock." + what, String.join(page.t("handbook.comma"), titles)));
        }
    }

    private static ClockRule clock(Programme programme, String name) {
        ClockRule clock = programme.clocks().get(name);
        if (clock == null) {
            throw new IllegalStateException("No clock " + name);
        }
        return clock;
    }

    /** A clock's limits in words: {@code 求助 5wd}. */
    public static List<String> limits(ClockRule clock, Programme programme, Page page) {
        return clock.limit().entrySet().stream()
                .map(limit -> named(limit, programme, page))
                .toList();
    }

    private static String named(Map.Entry<String, org.huiyin.calendar.Limit> limit, Programme programme, Page page) {
        String amount = page.t(
                "handbook.measure." + limit.getValue().measure().name().toLowerCase(Locale.ROOT),
                limit.getValue().amount());
        return programme.steps().values().stream()
                .flatMap(step -> step.form().fields().stream())
                .flatMap(field -> field.choices().stream())
                .filter(choice -> choice.value().equals(limit.getKey()))
                .findFirst()
                .map(choice -> page.t(choice.title()) + " " + amount)
                .orElse(amount);
    }
}

package org.huiyin.deputy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Reach;
import org.huiyin.register.Counts;
import org.huiyin.register.Participation;
import org.springframework.stereotype.Component;

/** Counts a place by its parts: deputies and where they meet out of the registers, suggestions out of the matters, who took part out of activities. */
@Component
class StandingViews {

    private static final List<String> REGISTERS =
            List.of(Deputies.REGISTER, "deputy-homes", "deputy-stations", "deputy-groups");

    private final Counts counts;
    private final SuggestionCounts suggestions;
    private final Participation participation;
    private final Organisation organisation;

    StandingViews(Counts counts, SuggestionCounts suggestions, Participation participation, Organisation organisation) {
        this.counts = counts;
        this.suggestions = suggestions;
        this.participation = participation;
        this.organisation = organisation;
    }

    /**
     * What one page speaks of.
     *
     * @param exactly only that very place and none of its parts
     */
    record Asked(String place, boolean exactly, LocalDate since, LocalDate until) {

        /** The deputies and activities it speaks of. */
        Participation.Span span() {
            return new Participation.Span(Deputies.REGISTER, place, exactly, since, until);
        }

        /** The same days of another place. */
        Asked of(String other, boolean alone) {
            return new Asked(other, alone, since, until);
        }
    }

    /** All that is counted, by the code of the part; what lies in the place itself and in none of its parts has the place's own. */
    private record Counted(
            Map<String, Map<String, Long>> registers,
            Map<String, SuggestionCounts.Of> suggestions,
            Map<String, Long> tookPart,
            Map<String, Long> held) {}

    StandingView of(Page page, Asked days) {
        Place whole = organisation
                .places()
                .find(days.place())
                .orElseGet(() -> organisation.places().roots().getFirst());
        Asked asked = days.of(whole.code(), false);
        List<Place> parts = organisation.places().children(whole.code());
        int length = parts.isEmpty()
                ? whole.code().length()
                : parts.getFirst().code().length();
        Counted counted = count(length, asked);
        List<StandingView.StandingRow> rows = new ArrayList<>();
        for (Place part : parts) {
            boolean deeper = part.level() == Place.Level.COUNTY;
            rows.add(row(page, asked.of(part.code(), false), counted, part.shortName(page.locale()), deeper));
        }
        if (any(counted, whole.code())) {
            // with no parts, all that lies deeper was counted as its own
            Asked alone = asked.of(whole.code(), !parts.isEmpty());
            rows.add(row(page, alone, counted, page.t("deputy.itself", whole.shortName(page.locale())), false));
        }
        String parent = whole.parent();
        return new StandingView(
                whole.shortName(page.locale()),
                parent == null ? "" : path(asked.of(parent, false)),
                asked.since(),
                asked.until(),
                whole.code(),
                rows,
                row(page, asked, summed(counted, whole.code()), page.t("deputy.whole"), false));
    }

    private Counted count(int length, Asked asked) {
        Map<String, Map<String, Long>> registers = new HashMap<>();
        REGISTERS.forEach(
                one -> registers.put(one, counts.byPart(one, Reach.EVERYWHERE, asked.place(), length, asked.until())));
        Participation.Span span = asked.span();
        return new Counted(
                registers,
                suggestions.byPart(asked.place(), length, asked.since(), asked.until()),
                participation.byPart(span, length),
                participation.heldByPart(span, length));
    }

    private static boolean any(Counted counted, String code) {
        return counted.registers().values().stream().anyMatch(one -> one.getOrDefault(code, 0L) > 0)
                || counted.suggestions().containsKey(code)
                || counted.held().containsKey(code);
    }

    private static Counted summed(Counted counted, String code) {
        Map<String, Map<String, Long>> registers = new HashMap<>();
        counted.registers().forEach((name, one) -> registers.put(name, Map.of(code, sum(one))));
        SuggestionCounts.Of all =
                counted.suggestions().values().stream().reduce(SuggestionCounts.Of.NONE, SuggestionCounts.Of::plus);
        return new Counted(
                registers, Map.of(code, all), Map.of(code, sum(counted.tookPart())), Map.of(code, sum(counted.held())));
    }

    private static long sum(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static StandingView.StandingRow row(Page page, Asked asked, Counted counted, String name, boolean deeper) {
        String code = asked.place();
        Function<String, StandingView.Number> on = register -> new StandingView.Number(
                counted.registers().getOrDefault(register, Map.of()).getOrDefault(code, 0L),
                "/desk/registers/" + register + "?place=" + code + exactly(asked));
        SuggestionCounts.Of made = counted.suggestions().getOrDefault(code, SuggestionCounts.Of.NONE);
        StandingView.Number deputies = on.apply(Deputies.REGISTER);
        return new StandingView.StandingRow(
                name,
                deeper ? path(asked) : "",
                deputies,
                on.apply("deputy-homes"),
                on.apply("deputy-stations"),
                on.apply("deputy-groups"),
                new StandingView.Number(counted.held().getOrDefault(code, 0L), path(asked, "/activities")),
                new StandingView.Share(
                        share(counted.tookPart().getOrDefault(code, 0L), deputies.count()),
                        path(asked, "/participants")),
                new StandingView.Number(made.made(), path(asked, "/suggestions")),
                new StandingView.Number(made.concluded(), path(asked, "/suggestions") + "&state=closed"),
                share(made.concluded(), made.made()),
                share(made.content(), made.concluded()),
                share(made.kept(), made.promised()));
    }

    /** Negative where there is nothing to divide by. */
    private static double share(long of, long over) {
        return over == 0 ? -1 : (double) of / over;
    }

    static String path(Asked asked) {
        return path(asked, "");
    }

    private static String path(Asked asked, String list) {
        return "/desk/deputies" + list + "?place=" + asked.place() + exactly(asked) + "&since=" + asked.since()
                + "&until=" + asked.until();
    }

    private static String exactly(Asked asked) {
        return asked.exactly() ? "&exactly=true" : "";
    }
}

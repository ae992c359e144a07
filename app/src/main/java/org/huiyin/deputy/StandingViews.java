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

    /** What one page speaks of. */
    record Asked(String place, LocalDate since, LocalDate until) {

        /** Of the deputies of a place. */
        Participation.Span span(String of) {
            return new Participation.Span(Deputies.REGISTER, of, since, until);
        }
    }

    /** All that is counted, by the code of the part; what lies in the place itself and in none of its parts has the place's own. */
    private record Counted(
            Map<String, Map<String, Long>> registers,
            Map<String, SuggestionCounts.Of> suggestions,
            Map<String, Long> tookPart,
            Map<String, Long> held) {}

    StandingView of(Page page, Asked asked) {
        Place whole = organisation
                .places()
                .find(asked.place())
                .orElseGet(() -> organisation.places().roots().getFirst());
        List<Place> parts = organisation.places().children(whole.code());
        int length = parts.isEmpty()
                ? whole.code().length()
                : parts.getFirst().code().length();
        Counted counted = count(whole.code(), length, asked);
        List<StandingView.StandingRow> rows = new ArrayList<>();
        for (Place part : parts) {
            boolean deeper = part.level() == Place.Level.COUNTY;
            rows.add(row(page, asked, counted, part.code(), part.shortName(page.locale()), deeper));
        }
        if (any(counted, whole.code())) {
            rows.add(row(
                            page,
                            asked,
                            counted,
                            whole.code(),
                            page.t("deputy.itself", whole.shortName(page.locale())),
                            false)
                    .unlinked());
        }
        String parent = whole.parent();
        return new StandingView(
                whole.shortName(page.locale()),
                parent == null ? "" : path(asked, parent),
                asked.since(),
                asked.until(),
                whole.code(),
                rows,
                row(page, asked, summed(counted, whole.code()), whole.code(), page.t("deputy.whole"), false));
    }

    private Counted count(String place, int length, Asked asked) {
        Map<String, Map<String, Long>> registers = new HashMap<>();
        REGISTERS.forEach(
                one -> registers.put(one, counts.byPart(one, Reach.EVERYWHERE, place, length, asked.until())));
        Participation.Span span = asked.span(place);
        return new Counted(
                registers,
                suggestions.byPart(place, length, asked.since(), asked.until()),
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

    private static StandingView.StandingRow row(
            Page page, Asked asked, Counted counted, String code, String name, boolean deeper) {
        Function<String, StandingView.Number> on = register -> new StandingView.Number(
                counted.registers().getOrDefault(register, Map.of()).getOrDefault(code, 0L),
                "/desk/registers/" + register + "?place=" + code);
        SuggestionCounts.Of made = counted.suggestions().getOrDefault(code, SuggestionCounts.Of.NONE);
        StandingView.Number deputies = on.apply(Deputies.REGISTER);
        return new StandingView.StandingRow(
                name,
                deeper ? path(asked, code) : "",
                deputies,
                on.apply("deputy-homes"),
                on.apply("deputy-stations"),
                on.apply("deputy-groups"),
                new StandingView.Number(counted.held().getOrDefault(code, 0L), path(asked, code, "/activities")),
                new StandingView.Share(
                        share(counted.tookPart().getOrDefault(code, 0L), deputies.count()),
                        path(asked, code, "/participants")),
                new StandingView.Number(made.made(), path(asked, code, "/suggestions")),
                new StandingView.Number(made.concluded(), path(asked, code, "/suggestions") + "&state=closed"),
                share(made.concluded(), made.made()),
                share(made.content(), made.concluded()),
                share(made.kept(), made.promised()));
    }

    /** Negative where there is nothing to divide by. */
    private static double share(long of, long over) {
        return over == 0 ? -1 : (double) of / over;
    }

    static String path(Asked asked, String place) {
        return path(asked, place, "");
    }

    private static String path(Asked asked, String place, String list) {
        return "/desk/deputies" + list + "?place=" + place + "&since=" + asked.since() + "&until=" + asked.until();
    }
}

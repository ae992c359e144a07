package org.huiyin.round;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.springframework.stereotype.Component;

/** Ranks places and forces by the mean of their looks; every number is made from the looks listed beneath it. */
@Component
class ScoreViews {

    private final RoundKinds kinds;
    private final Scores scores;
    private final Organisation organisation;

    ScoreViews(RoundKinds kinds, Scores scores, Organisation organisation) {
        this.kinds = kinds;
        this.scores = scores;
        this.organisation = organisation;
    }

    /** What one page speaks of. */
    record Asked(RoundRules rules, RoundRules.Sheet sheet, String place, LocalDate from, LocalDate to) {}

    ScoreView of(Page page, Asked asked) {
        List<Scores.Look> looks = scores.looks(asked.rules(), asked.sheet(), asked.place(), asked.from(), asked.to());
        return new ScoreView(
                page.t(kinds.kind(asked.rules()).title()),
                "/desk/scores/" + asked.rules().kind(),
                RoundViews.path(asked.rules()),
                asked.from().toString(),
                asked.to().toString(),
                asked.place(),
                idle(page, asked),
                sheet(page, asked, looks),
                List.of(
                        table(page, asked, "round.scores.places", looks, look -> town(page, look.place())),
                        table(
                                page,
                                asked,
                                "round.scores.forces",
                                looks.stream()
                                        .filter(look -> !look.force().isEmpty())
                                        .toList(),
                                Scores.Look::force)),
                looks.size(),
                looks.size() == Scores.MOST);
    }

    /** A task force without checkpoints is ranked nowhere, and would be forgotten. */
    private String idle(Page page, Asked asked) {
        List<String> names = scores.idle(kinds.register(asked.rules()), asked.place());
        String comma = page.locale().getLanguage().equals("en") ? ", " : "、";
        return names.isEmpty() ? "" : page.t("round.scores.idle", String.join(comma, names));
    }

    private List<ScoreView.SheetLine> sheet(Page page, Asked asked, List<Scores.Look> looks) {
        return asked.sheet().items().entrySet().stream()
                .map(one -> new ScoreView.SheetLine(
                        kinds.item(asked.rules(), one.getKey(), page.locale()),
                        one.getValue().standard(),
                        one.getValue().veto()
                                ? page.t("round.veto")
                                : page.t("round.deduct", one.getValue().deduct()),
                        (int) looks.stream()
                                .filter(look -> look.failed().contains(one.getKey()))
                                .count()))
                .toList();
    }

    private ScoreView.ScoreTable table(
            Page page, Asked asked, String title, List<Scores.Look> looks, Function<Scores.Look, String> of) {
        Map<String, List<Scores.Look>> grouped =
                looks.stream().collect(Collectors.groupingBy(of, LinkedHashMap::new, Collectors.toList()));
        List<Map.Entry<String, List<Scores.Look>>> ordered = new ArrayList<>(grouped.entrySet());
        ordered.sort(Comparator.comparingDouble(
                        (Map.Entry<String, List<Scores.Look>> one) -> -mean(asked.sheet(), one.getValue()))
                .thenComparing(Map.Entry::getKey));
        List<ScoreView.ScoreRow> rows = new ArrayList<>();
        double before = Double.NaN;
        int rank = 0;
        for (int i = 0; i < ordered.size(); i++) {
            double mean = mean(asked.sheet(), ordered.get(i).getValue());
            rank = mean == before ? rank : i + 1;
            before = mean;
            rows.add(row(
                    page, asked, rank, ordered.get(i).getKey(), ordered.get(i).getValue()));
        }
        return new ScoreView.ScoreTable(page.t(title), rows);
    }

    private ScoreView.ScoreRow row(Page page, Asked asked, int rank, String name, List<Scores.Look> looks) {
        return new ScoreView.ScoreRow(
                rank,
                name,
                String.format(Locale.ROOT, "%.2f", mean(asked.sheet(), looks)),
                looks.stream().mapToInt(Scores.Look::findings).sum(),
                looks.stream().mapToInt(Scores.Look::right).sum(),
                (int) looks.stream().filter(look -> vetoed(asked.sheet(), look)).count(),
                looks.stream().map(look -> look(page, asked, look)).toList());
    }

    private ScoreView.ScoredLook look(Page page, Asked asked, Scores.Look look) {
        String comma = page.locale().getLanguage().equals("en") ? ", " : "、";
        return new ScoreView.ScoredLook(
                "/desk/activities/" + look.activity(),
                page.date(look.at().atZone(Formats.ZONE).toLocalDate()),
                look.name(),
                asked.sheet().score(look.failed()),
                look.failed().stream()
                        .map(item -> kinds.item(asked.rules(), item, page.locale()))
                        .collect(Collectors.joining(comma)));
    }

    private static boolean vetoed(RoundRules.Sheet sheet, Scores.Look look) {
        return look.failed().stream()
                .anyMatch(item -> sheet.items().containsKey(item)
                        && sheet.items().get(item).veto());
    }

    private static double mean(RoundRules.Sheet sheet, List<Scores.Look> looks) {
        return looks.stream()
                .mapToInt(look -> sheet.score(look.failed()))
                .average()
                .orElse(0);
    }

    private String town(Page page, String place) {
        return organisation
                .places()
                .enclosing(place, Place.Level.TOWN)
                .map(town -> organisation.places().path(town.code(), page.locale()))
                .orElse(place);
    }
}

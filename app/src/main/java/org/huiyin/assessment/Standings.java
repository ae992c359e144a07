package org.huiyin.assessment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.programme.Measures;
import org.jspecify.annotations.Nullable;

/** The units of each ranked class in the order of their ranks, those without a rank behind them. Pure. */
public record Standings(Map<String, List<Standing>> classes) {

    /** Ranks every class; a class nobody counts in is an empty list. */
    static Standings of(Measures measures, Roster roster, Figures figures, @Nullable Figures before) {
        Map<String, List<Standing>> classes = new LinkedHashMap<>();
        for (String kind : measures.ranking().classes()) {
            List<Standing> now = ranked(measures, roster.of(kind), figures);
            classes.put(kind, before == null ? now : since(measures, now, ranked(measures, roster.of(kind), before)));
        }
        return new Standings(classes);
    }

    private static List<Standing> ranked(Measures measures, List<Roster.Member> members, Figures figures) {
        String by = measures.ranking().by();
        List<Standing> ranked = new ArrayList<>();
        List<Standing> others = new ArrayList<>();
        for (Roster.Member member : members) {
            Map<String, Long> counts = figures.of(Integer.toString(member.unit()));
            if (!counts.isEmpty()) {
                Map<String, Score> scores = Formula.scores(measures, counts);
                Score score = scores.get(by);
                boolean enough =
                        score != null && score.cases() >= measures.ranking().least();
                (enough ? ranked : others)
                        .add(new Standing(member.unit(), member.code(), null, counts, scores, null, null));
            }
        }
        ranked.sort(Comparator.comparing((Standing one) -> percent(one, by)).reversed());
        List<Standing> all = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            boolean tie = i > 0 && percent(ranked.get(i), by).equals(percent(ranked.get(i - 1), by));
            all.add(ranked.get(i).ranked(tie ? all.getLast().rank() : Integer.valueOf(i + 1)));
        }
        all.addAll(others);
        return List.copyOf(all);
    }

    private static BigDecimal percent(Standing one, String by) {
        Score score = one.scores().get(by);
        if (score == null) {
            throw new IllegalStateException("Unit " + one.unit() + " is ranked without " + by);
        }
        return score.percent();
    }

    private static List<Standing> since(Measures measures, List<Standing> now, List<Standing> before) {
        String by = measures.ranking().by();
        Map<Integer, Standing> then = new LinkedHashMap<>();
        before.forEach(one -> then.put(one.unit(), one));
        return now.stream()
                .map(one -> {
                    Standing earlier = then.get(one.unit());
                    Score old = earlier == null ? null : earlier.scores().get(by);
                    Score score = one.scores().get(by);
                    BigDecimal change = old == null || score == null
                            ? null
                            : score.percent().subtract(old.percent());
                    return one.since(change, earlier == null ? null : earlier.rank());
                })
                .toList();
    }
}

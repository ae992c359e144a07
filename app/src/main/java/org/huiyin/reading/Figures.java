package org.huiyin.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the figures of a sentence: what is counted, how much, how it compares, which place that is among peers. */
final class Figures {

    private static final Map<String, BigDecimal> TIMES = Map.of(
            "百", BigDecimal.valueOf(100),
            "千", BigDecimal.valueOf(1000),
            "万", BigDecimal.valueOf(10_000),
            "百万", BigDecimal.valueOf(1_000_000),
            "千万", BigDecimal.valueOf(10_000_000),
            "亿", BigDecimal.valueOf(100_000_000),
            "万亿", BigDecimal.valueOf(1_000_000_000_000L));

    private static final String NUMBER = "(?<number>\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)";

    private final Rules rules;
    private final Days days;
    private final Names names;
    private final Map<String, String> units;
    private final Pattern amount;
    private final Pattern change;
    private final Pattern share;

    Figures(Rules rules, Days days) {
        this.rules = rules;
        this.days = days;
        this.names = new Names(rules);
        this.units = rules.units();
        String measured = Stream.concat(units.keySet().stream(), rules.words("counters").stream())
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        this.amount = Pattern.compile("(?<![0-9.第A-Za-z])(?<!(?<![目此之日当年月底])前)" + NUMBER
                + "(?:多|余)?(?<times>万亿|千万|百万|[百千万亿])?(?:多|余)?\\s?(?<unit>" + measured
                + ")(?!次党代会|年|分|月|工作日|小时|星期|季度|(?:[、和]\\d+(?:\\.\\d+)?个)*百分点)");
        this.change = Pattern.compile("(?<base>" + rules.any("compared")
                + ")?(?:口径)?(?<each>分别)?(?:实现)?(?:净|约)?(?:(?<up>" + rules.any("up") + ")|(?<down>" + rules.any("down")
                + "))(?:了|约|近|超过?|达到?|幅度?[为达])*" + NUMBER + "(?<unit>%|倍|个百分点)");
        this.share = Pattern.compile(rules.pattern("share-of").pattern() + NUMBER + "%");
    }

    /** A figure while its sentence is read on: comparisons, shares and ranks that follow are its own. */
    private static final class Growing {

        private String name = "";
        private String value = "";
        private BigDecimal amount = BigDecimal.ZERO;
        private String unit = "";
        private String written = "";
        private String who = "";
        private int from;
        private int to;
        private @Nullable String compared;
        private @Nullable String share;
        private Article.@Nullable Rank rank;
        private Article.@Nullable Period period;
    }

    /**
     * The figures of a sentence.
     *
     * @param before what the paragraph said before it: the time and the place it speaks of may stand there
     */
    List<Article.Figure> of(Flow sentence, String before) {
        List<Growing> found = new ArrayList<>();
        String text = sentence.text();
        int at = 0;
        while (at < text.length()) {
            int end = next(text, at, found, before);
            at = end < 0 ? text.length() : end;
        }
        return found.stream().map(one -> figure(one, sentence)).toList();
    }

    /** Takes the next figure, comparison, share or rank from here on; -1 when nothing follows. */
    private int next(String text, int at, List<Growing> found, String before) {
        Matcher number = from(amount, text, at);
        Matcher changed = from(change, text, at);
        Matcher shared = from(share, text, at);
        Matcher ranked = from(rules.pattern("ranked"), text, at);
        int first = Math.min(Math.min(start(number), start(changed)), Math.min(start(shared), start(ranked)));
        if (first == Integer.MAX_VALUE) {
            return -1;
        }
        if (first == start(changed)) {
            List<MatchResult> all = listed(text, changed);
            if (changed.group("each") != null || all.size() > 1) {
                return each(text, all, changed.group("down") != null, found, before);
            }
            changed(text, changed, found, before);
            return changed.end();
        }
        if (first == start(shared)) {
            if (found.isEmpty()) {
                add(text, shared.start(), shared.end(), shared.group("number"), found, before);
            }
            found.getLast().share = shared.group("number");
            found.getLast().to = shared.end();
            return shared.end();
        }
        if (first == start(ranked)) {
            if (!found.isEmpty() && found.getLast().rank == null) {
                found.getLast().rank = new Article.Rank(Names.ordinal(ranked.group(2)), ranked.group(1));
                found.getLast().to = Math.max(found.getLast().to, ranked.end());
            }
            return ranked.end();
        }
        amount(text, number, found, before);
        return number.end();
    }

    private static Matcher from(Pattern pattern, String text, int at) {
        return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true);
    }

    private static int start(Matcher matcher) {
        try {
            return matcher.start();
        } catch (IllegalStateException e) {
            return matcher.find() ? matcher.start() : Integer.MAX_VALUE;
        }
    }

    /** A comparison at the head of its clause belongs to the figure before; with a subject of its own it is a figure. */
    private void changed(String text, Matcher changed, List<Growing> found, String before) {
        String subject = names.subject(text, changed.start());
        BigDecimal by = new BigDecimal(changed.group("number").replaceAll("[,，]", ""));
        if (changed.group("unit").equals("倍")) {
            by = by.multiply(BigDecimal.valueOf(100));
        }
        String signed = (changed.group("down") != null ? by.negate() : by)
                .stripTrailingZeros()
                .toPlainString();
        boolean points = changed.group("unit").equals("个百分点");
        if (!found.isEmpty() && rules.matches("averaged", subject) || points && beside(text, changed.start())) {
            return;
        }
        if (subject.isEmpty() && !found.isEmpty()) {
            if (found.getLast().compared == null) {
                found.getLast().compared = signed;
                found.getLast().to = changed.end();
            }
        } else if (!subject.isEmpty()) {
            add(text, changed.start(), changed.end(), changed.group("number"), found, before);
            found.getLast().name = subject;
            found.getLast().unit = points ? "pp" : "%";
            found.getLast().amount = new BigDecimal(signed);
            found.getLast().compared = signed;
        }
    }

    /** A comparison and the numbers that follow it in one list. */
    private static List<MatchResult> listed(String text, Matcher changed) {
        List<MatchResult> all = new ArrayList<>(List.of(changed.toMatchResult()));
        Matcher more = Pattern.compile("[、和，]" + NUMBER + "(?:%|倍|个百分点)").matcher(text);
        while (more.region(all.getLast().end(), text.length()).lookingAt()) {
            all.add(more.toMatchResult());
        }
        return all;
    }

    /** 同比分别增长15.2%和21.7%: one for each of the last figures, in their order; with subjects of their own, figures. */
    private int each(String text, List<MatchResult> all, boolean down, List<Growing> found, String before) {
        String sign = down ? "-" : "";
        List<String> subjects = names.subjects(text, all.getFirst().start());
        int first = found.size() - all.size();
        for (int i = 0; i < all.size(); i++) {
            MatchResult one = all.get(i);
            String value = sign + one.group("number");
            if (subjects.isEmpty()) {
                if (first + i >= 0) {
                    found.get(first + i).compared = value;
                }
                continue;
            }
            add(text, one.start("number"), one.end(), one.group("number"), found, before);
            found.getLast().name = i < subjects.size() ? subjects.get(i) : "";
            found.getLast().unit = "%";
            found.getLast().amount = new BigDecimal(value);
            found.getLast().compared = value;
        }
        return all.getLast().end();
    }

    private void amount(String text, Matcher number, List<Growing> found, String before) {
        if (names.partOfName(text, number.start(), number.end())
                || moved(text, number.start(), number.end())
                || number.group("unit").equals("个百分点") && beside(text, number.start())) {
            return;
        }
        BigDecimal value = new BigDecimal(number.group("number").replaceAll("[,，]", ""));
        BigDecimal times = number.group("times") == null
                ? BigDecimal.ONE
                : TIMES.getOrDefault(number.group("times"), BigDecimal.ONE);
        add(text, number.start(), number.end(), number.group("number"), found, before);
        Growing figure = found.getLast();
        figure.amount = value.multiply(times);
        String unit = number.group("unit");
        figure.unit = units.getOrDefault(unit, unit);
        figure.name = names.of(text, number.start(), number.end(), figure.unit);
    }

    /** Whether a number tells how far a place moved: 前移3位. */
    private boolean moved(String text, int from, int to) {
        Matcher moved = from(rules.pattern("not-figures"), text, Math.max(0, from - 4));
        return moved.find() && moved.start() < from && moved.end() >= to;
    }

    /** Whether a rate is only set beside another one: 高于全市平均水平0.9个百分点. */
    private boolean beside(String text, int from) {
        String clause = text.substring(text.lastIndexOf('，', from) + 1, from);
        return rules.pattern("beside").matcher(clause).find();
    }

    private void add(String text, int from, int to, String number, List<Growing> found, String before) {
        Growing figure = new Growing();
        figure.from = from;
        figure.to = to;
        figure.value = number.replaceAll("[,，]", "");
        figure.written = text.substring(from, to);
        figure.who = names.who(text.substring(0, from), before);
        Article.Period here = days.period(text.substring(0, from));
        figure.period = here == null ? days.period(before) : here;
        found.add(figure);
    }

    private static Article.Figure figure(Growing one, Flow sentence) {
        return new Article.Figure(
                one.name,
                one.value,
                one.amount.stripTrailingZeros().toPlainString(),
                one.unit,
                one.written,
                one.compared,
                one.share,
                one.rank,
                one.period,
                one.who,
                Passage.of(sentence, one.from, one.to));
    }
}

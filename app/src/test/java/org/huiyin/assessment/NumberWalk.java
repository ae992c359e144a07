package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpResponse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.testing.Visitor;
import org.jspecify.annotations.Nullable;

/** Follows every number of some pages, and of the pages those lead to, and holds each against what it leads to. */
final class NumberWalk {

    private static final Pattern COUNT = Pattern.compile("href=\"([^\"]+)\" data-n=\"(\\d+)\"");
    private static final Pattern SHARE = Pattern.compile("href=\"([^\"]+)\" data-share=\"([^\"]+)\"");
    private static final Pattern FIGURE = Pattern.compile("data-figure=\"([^\"]+)\"");
    private static final Pattern TERM =
            Pattern.compile("<tr data-of=\"([^\"]+)\">(?:(?!</tr>).)*?data-n=\"(\\d+)\"", Pattern.DOTALL);
    private static final Pattern UNDER =
            Pattern.compile("data-over=\"1\">(?:(?!</tr>).)*?data-n=\"(\\d+)\"", Pattern.DOTALL);
    private static final Pattern TOTAL = Pattern.compile("data-total=\"(\\d+)\"");
    private static final Pattern ROW = Pattern.compile("data-counted=");
    private static final Pattern OLDER = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"");
    private static final int LONGEST_LIST = 200;

    private final Visitor visitor;
    private final Deque<String> pages = new ArrayDeque<>();
    private final Set<String> opened = new LinkedHashSet<>();
    private final Map<String, Long> counts = new LinkedHashMap<>();
    private final Map<String, String> shares = new LinkedHashMap<>();
    private final List<String> wrong = new ArrayList<>();

    NumberWalk(Visitor visitor) {
        this.visitor = visitor;
    }

    NumberWalk from(String... paths) {
        pages.addAll(List.of(paths));
        while (!pages.isEmpty()) {
            open(pages.pop());
        }
        return this;
    }

    /** What numbers did not lead to exactly what they count. */
    List<String> wrong() {
        return wrong;
    }

    Map<String, Long> counts() {
        return counts;
    }

    Map<String, String> shares() {
        return shares;
    }

    private void open(String path) {
        if (!opened.add(path)) {
            return;
        }
        String page = get(path);
        matches(SHARE, page).forEach(share -> {
            String known = shares.putIfAbsent(share.group(1), share.group(2));
            if (known == null) {
                follow(share.group(1), share.group(2));
            } else if (!known.equals(share.group(2))) {
                wrong.add(share.group(1) + ": " + known + " here, " + share.group(2) + " on " + path);
            }
        });
        matches(COUNT, page).forEach(count -> {
            long n = Long.parseLong(count.group(2));
            Long known = counts.putIfAbsent(count.group(1), n);
            if (known == null) {
                check(count.group(1), n);
            } else if (known != n) {
                wrong.add(count.group(1) + ": " + known + " here, " + n + " on " + path);
            }
        });
    }

    private void follow(String figure, String text) {
        String page = get(plain(figure));
        Matcher value = FIGURE.matcher(page);
        String found = value.find() ? value.group(1) : "nothing";
        if (!found.equals(text)) {
            wrong.add(figure + ": " + text + " leads to " + found);
        }
        String reckoned = reckoned(page);
        if (reckoned != null && !reckoned.equals(found)) {
            wrong.add(figure + ": says " + found + ", its parts come to " + reckoned);
        }
        pages.add(plain(figure));
    }

    /** What a rate comes to by the counts its page names; null of a sum of rates. */
    private static @Nullable String reckoned(String page) {
        BigDecimal of = BigDecimal.ZERO;
        for (Matcher term : matches(TERM, page)) {
            of = of.add(new BigDecimal(term.group(1)).multiply(new BigDecimal(term.group(2))));
        }
        List<Matcher> under = matches(UNDER, page);
        BigDecimal over =
                under.stream().map(term -> new BigDecimal(term.group(1))).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (under.isEmpty()) {
            return null;
        }
        return over.signum() == 0 ? "—" : of.movePointRight(2).divide(over, 2, RoundingMode.HALF_UP) + "%";
    }

    private void check(String list, long n) {
        String next = plain(list);
        long rows = 0;
        for (int i = 0; i < LONGEST_LIST && !next.isEmpty(); i++) {
            String page = get(next);
            rows += matches(ROW, page).size();
            for (Matcher total : matches(TOTAL, page)) {
                if (Long.parseLong(total.group(1)) != n) {
                    wrong.add(list + ": " + n + " counted, its page says " + total.group(1));
                }
            }
            next = matches(OLDER, page).stream()
                    .findFirst()
                    .map(older -> plain(older.group(1)))
                    .orElse("");
        }
        if (rows != n) {
            wrong.add(list + ": " + n + " counted, " + rows + " listed");
        }
    }

    private static List<Matcher> matches(Pattern pattern, String page) {
        List<Matcher> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(page);
        while (matcher.find()) {
            Matcher one = pattern.matcher(matcher.group());
            one.find();
            found.add(one);
        }
        return found;
    }

    private String get(String path) {
        HttpResponse<String> answer = visitor.get(path);
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    static String plain(String link) {
        return link.replace("&amp;", "&");
    }
}

package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.frame.Formats;
import org.huiyin.org.Actor;
import org.huiyin.programme.Measures;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.ToldCity;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Anybody follows a published ranking down to the matters that were counted. */
class OpenRankingTest {

    private static final TestApp APP = ToldCity.app();
    private static final Pattern LINK = Pattern.compile("href=\"(/board/rankings/[^\"]+)\"");

    private final Visitor visitor = Visitor.to(APP);
    private final String ranking = published();

    private String published() {
        Assessment assessment = APP.bean(Assessment.class);
        Measures measures =
                assessment.measures("three-lists", APP.clock().instant()).orElseThrow();
        Period period = Period.parse(ToldCity.MONTH, measures, Formats.ZONE).orElseThrow();
        // as of another moment than other tests publish of
        assessment.publish(measures, period, assessment.settled().minusSeconds(3600), Actor.SYSTEM, "");
        return links(visitor.get("/board/rankings").body()).getFirst();
    }

    @Test
    void the_frozen_figures_are_those_shown_and_bear_their_fingerprint() {
        String page = visitor.get(ranking).body();
        byte[] frozen = visitor.bytes(ranking + "/result.json").body();

        assertThat(page).contains(Canonical.fingerprint(frozen), "0.10 × 响应率 + 0.50 × 解决率 + 0.40 × 满意率");
        FrozenRanking read = FrozenRanking.read(frozen);
        List<FrozenRanking.Row> rows =
                read.classes().values().stream().flatMap(List::stream).toList();
        assertThat(rows).isNotEmpty();
        for (FrozenRanking.Row row : rows) {
            for (String measure : new String[] {"on-time", "solve", "composite"}) {
                FrozenRanking.Figure figure = row.figures().get(measure);
                if (figure != null) {
                    assertThat(page).contains(">" + figure.percent());
                }
            }
        }
    }

    @Test
    void behind_every_figure_stand_as_many_matters_as_it_counts() {
        String page = visitor.get(ranking).body();
        int lists = 0;
        for (String figure : links(page).stream()
                .filter(link -> link.contains("/figure?"))
                .limit(12)
                .toList()) {
            for (String list : links(visitor.get(figure).body()).stream()
                    .filter(link -> link.contains("/matters?"))
                    .toList()) {
                assertThat(listed(list))
                        .as(list)
                        .isEqualTo(count(visitor.get(list).body()));
                lists++;
            }
        }
        assertThat(lists).isPositive();
    }

    @Test
    void a_confidential_matter_behind_a_figure_is_a_count() {
        JdbcClient database = APP.bean(JdbcClient.class);
        String list = links(visitor.get(ranking).body()).stream()
                .filter(link -> link.contains("/figure?"))
                .flatMap(link -> links(visitor.get(link).body()).stream())
                .filter(link -> link.contains("/matters?"))
                .filter(link -> visitor.get(link).body().contains("href=\"/m/"))
                .findFirst()
                .orElseThrow();
        String number = visitor.get(list).body().replaceAll("(?s).*?href=\"/m/([^\"]+)\".*", "$1");
        long id = org.huiyin.matter.MatterNumber.parse(number).id();
        database.sql("update matter set confidential = true where id = :id")
                .param("id", id)
                .update();
        try {
            String hidden = visitor.get(list + "&after=").body();
            assertThat(hidden).doesNotContain(number).contains("只计数，不列出");
            assertThat(listed(list)).isEqualTo(count(hidden));
        } finally {
            database.sql("update matter set confidential = false where id = :id")
                    .param("id", id)
                    .update();
        }
    }

    /** The rows of all pages of a list, and those it says it keeps back. */
    private long listed(String list) {
        long rows = 0;
        String next = list + "&after=0-0-0";
        while (next != null) {
            String page = visitor.get(next).body();
            rows += page.split("<li class=\"row\">", -1).length - 1;
            Matcher kept = Pattern.compile("另有 ([0-9,]+) 次").matcher(page);
            rows += kept.find() ? Long.parseLong(kept.group(1).replace(",", "")) : 0;
            Matcher older = Pattern.compile("rel=\"next\" href=\"([^\"]+)\"").matcher(page);
            next = older.find() ? older.group(1).replace("&amp;", "&") : null;
        }
        return rows;
    }

    private static long count(String page) {
        Matcher count = Pattern.compile("<b>共([0-9,]+)次</b>").matcher(page);
        assertThat(count.find()).as(page).isTrue();
        return Long.parseLong(count.group(1).replace(",", ""));
    }

    private static List<String> links(String page) {
        List<String> links = new ArrayList<>();
        Matcher link = LINK.matcher(page);
        while (link.find()) {
            links.add(link.group(1).replace("&amp;", "&"));
        }
        return links;
    }
}

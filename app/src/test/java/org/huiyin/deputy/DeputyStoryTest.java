package org.huiyin.deputy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.huiyin.city.DeputyDays;
import org.huiyin.city.Progress;
import org.huiyin.city.RegisterStory;
import org.huiyin.city.SuggestionStory;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The published figures of deputies' action come out of records, and out of a slow count of those records as well. */
class DeputyStoryTest {

    private final TestClock clock = TestClock.at("2026-03-20T10:00");
    private final TestApp app = TestApp.another(clock);

    private long counted(String statement) {
        return app.bean(JdbcClient.class).sql(statement).query(Long.class).single();
    }

    private long present(String register, String place) {
        return counted(
                "select count(*) from (select distinct on (f.entry) f.kind, f.place from register_fact f join register_entry e"
                        + " on e.id = f.entry where e.register = '" + register
                        + "' order by f.entry, f.ordinal desc) last"
                        + " where last.kind not in ('exit', 'void') and last.place like '" + place + "%'");
    }

    private long suggestions(String place, String lastStep) {
        return counted("select count(*) from step s where s.name = 'suggest' and s.fields ->> 'place' like '" + place
                + "%' and exists (select from step l where l.matter_id = s.matter_id and l.name like '" + lastStep
                + "')");
    }

    /** Deputies who took part in something since a year ago, from the acts alone: written on the list and not struck off again. */
    private long tookPart(String place) {
        return counted(
                "select count(*) from register_entry e join (select distinct split_part(a.act ->> 'who', ':', 2)::bigint id"
                        + " from activity_act a where a.verb = 'attended' and a.act ->> 'who' like 'entry:%' and a.occurred_at > '2025-03-21'"
                        + " and not exists (select from activity_act c where c.activity_id = a.activity_id and c.verb = 'corrected'"
                        + " and c.seq > a.seq and c.act ->> 'who' = a.act ->> 'who')) came on came.id = e.id"
                        + " where e.register = 'deputies' and e.place like '" + place + "%'");
    }

    private long held(String place) {
        return counted(
                "select count(*) from activity_act p where p.verb = 'planned' and p.act ->> 'kind' = 'deputy-activity'"
                        + " and p.act #>> '{plan,place}' like '" + place
                        + "%' and exists (select from activity_act r where r.activity_id = p.activity_id and r.verb = 'reported')");
    }

    @Test
    void the_committee_reads_the_published_figures_and_each_leads_to_its_records() {
        Visitor leader = Visitor.signedIn(app, "leader");
        app.bean(RegisterStory.class).tell(Progress.SILENT);
        app.bean(DeputyDays.class).tell(clock.instant(), clock::moveTo, Progress.SILENT);
        app.bean(SuggestionStory.class).tell(Progress.SILENT);

        assertThat(present("deputies", "4210")).isEqualTo(10_786);
        assertThat(present("deputy-homes", "4210")).isEqualTo(125);
        assertThat(present("deputy-stations", "4210")).isEqualTo(695);
        assertThat(present("deputies", "421088")).isEqualTo(2_296);
        assertThat(present("deputy-groups", "421083")).isEqualTo(106);
        assertThat(present("deputy-homes", "421088")).isEqualTo(21);
        assertThat(present("deputy-stations", "421088")).isEqualTo(156);
        assertThat(tookPart("4210")).isBetween(9_951L, 9_960L);
        assertThat(held("421083")).isEqualTo(232);
        assertThat(suggestions("421083", "%")).isEqualTo(225);
        assertThat(suggestions("4210", "%")).isEqualTo(1_994);
        assertThat(suggestions("4210", "rate")).isEqualTo(1_458);
        assertThat(suggestions("421083", "rate")).isEqualTo(177);

        String page = leader.get("/desk/deputies").body();
        assertThat(figures(page, "合计")).startsWith("10,786 125 695 ").contains(" 92.3% 1,994 1,458 73.1%");
        assertThat(figures(page, "监利市")).startsWith("2,296 21 156 ");
        assertThat(figures(page, "洪湖市")).contains(" 106 232 ", " 225 177 78.7%");
        assertThat(listed(leader, "/desk/deputies/participants?place=421083")).isEqualTo(tookPart("421083"));
        assertThat(listed(leader, "/desk/deputies/participants?place=421083&came=no"))
                .isEqualTo(present("deputies", "421083") - tookPart("421083"));
        assertThat(listed(leader, "/desk/deputies/activities?place=421083")).isEqualTo(232);
        assertThat(leader.get("/desk/registers/deputy-homes?place=421088").body())
                .contains("人大代表之家", ">21<");
        Visitor deputy = Visitor.signedIn(app, "resident2");
        assertThat(deputy.get("/deputy").body()).contains("李建国代表", "代表小组");
        assertThat(deputy.get("/board").body()).contains("href=\"/deputy\"");
        assertThat(leader.get("/cockpit").body()).doesNotContain("href=\"/deputy\"");
    }

    /** How many rows a list has, page after page; each leads to its own record. */
    private static long listed(Visitor reader, String path) {
        long rows = 0;
        String next = path;
        while (!next.isEmpty()) {
            String page = reader.get(next).body();
            rows += Pattern.compile("<a href=\"/desk/(registers/deputies|activities)/[0-9]+\"")
                    .matcher(page)
                    .results()
                    .count();
            var older = Pattern.compile("rel=\"next\" href=\"([^\"]*)\"").matcher(page);
            next = older.find() ? older.group(1).replace("&amp;", "&") : "";
        }
        return rows;
    }

    /** What stands in the row of a place, blank by blank. */
    private static String figures(String page, String place) {
        var row = Pattern.compile("(?s)<th scope=\"row\">\\s*(?:<a[^>]*>)?\\s*" + place + ".*?</tr>")
                .matcher(page);
        assertThat(row.find()).as(place).isTrue();
        return row.group()
                .replaceFirst("(?s)^.*?</th>", "")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}

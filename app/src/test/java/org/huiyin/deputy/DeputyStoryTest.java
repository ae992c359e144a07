package org.huiyin.deputy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
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

    private final TestApp app = TestApp.another(TestClock.at("2026-03-20T10:00"));

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

    @Test
    void the_committee_reads_the_published_figures_and_each_leads_to_its_records() {
        Visitor leader = Visitor.signedIn(app, "leader");
        app.bean(RegisterStory.class).tell(Progress.SILENT);
        app.bean(SuggestionStory.class).tell(Progress.SILENT);

        assertThat(present("deputies", "4210")).isEqualTo(10_786);
        assertThat(present("deputy-homes", "4210")).isEqualTo(125);
        assertThat(present("deputy-stations", "4210")).isEqualTo(695);
        assertThat(present("deputies", "421088")).isEqualTo(2_296);
        assertThat(present("deputy-groups", "421083")).isEqualTo(106);
        assertThat(suggestions("4210", "%")).isEqualTo(1_994);
        assertThat(suggestions("4210", "rate")).isEqualTo(1_458);
        assertThat(suggestions("421083", "rate")).isEqualTo(177);

        String page = leader.get("/desk/deputies").body();
        assertThat(figures(page, "合计")).startsWith("10,786 125 695 ").contains(" 1,994 1,458 73.1%");
        assertThat(figures(page, "监利市")).startsWith("2,296 21 156 ");
        assertThat(figures(page, "洪湖市")).contains(" 106 ", " 225 177 78.7%");
        assertThat(leader.get("/desk/registers/deputy-homes?place=421088").body())
                .contains("人大代表之家", ">21<");
        assertThat(Visitor.signedIn(app, "resident2").get("/deputy").body()).contains("李建国代表", "代表小组");
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

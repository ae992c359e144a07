package org.huiyin.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.huiyin.programme.MeasuresReader;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.ToldCity;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A bulletin of whatever is measured, in the told city in which several mechanisms live. */
class BulletinOfProgrammesTest {

    private final TestApp app = ToldCity.app();
    private final Visitor supervisor = Visitor.signedIn(app, "duban");

    @Test
    void every_programme_with_measures_has_one_and_says_how_much_was_raised() {
        int written = 0;
        for (var programme : ProgrammeReader.packaged().newest()) {
            if (MeasuresReader.packaged().of(programme.name()).isEmpty()
                    || programme.name().equals("three-lists")) {
                continue;
            }
            long raised = raised(programme.name());
            HttpResponse<String> page =
                    supervisor.get("/desk/bulletin?programme=" + programme.name() + "&period=quarter/2025-12");
            if (raised == 0) {
                continue;
            }
            assertThat(page.statusCode()).as(programme.name() + page.body()).isEqualTo(200);
            assertThat(page.body())
                    .as(programme.name())
                    .contains(programme.title().zh(), "总体情况", "本期")
                    .containsPattern("本期[^0-9<]{1,10}" + raised + "件");
            written++;
        }
        assertThat(written).isGreaterThan(2);
    }

    @Test
    void what_is_not_measured_has_none() {
        assertThat(supervisor.get("/desk/bulletin?programme=nothing").statusCode())
                .isEqualTo(422);
    }

    /** Slowly, from the first steps of matters alone. */
    private long raised(String programme) {
        return app.bean(JdbcClient.class)
                .sql(
                        "select count(*) from step where programme = :programme and seq = 1"
                                + " and occurred_at >= '2025-10-01T00:00:00+08:00' and occurred_at < '2026-01-01T00:00:00+08:00'")
                .param("programme", programme)
                .query(Long.class)
                .single();
    }
}

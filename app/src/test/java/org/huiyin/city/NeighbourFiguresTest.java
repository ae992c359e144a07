package org.huiyin.city;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Published figures of the smaller mechanisms come out of records of the demonstration city. */
class NeighbourFiguresTest {

    private final TestClock clock = TestClock.at("2026-03-20T10:00");
    private final TestApp app = TestApp.another(clock);

    private long counted(String statement) {
        return app.bean(JdbcClient.class).sql(statement).query(Long.class).single();
    }

    @Test
    void ten_task_forces_eleven_chains_and_one_joint_action_stand_in_the_books() {
        app.bean(DemoCity.class).load(Progress.SILENT);
        app.bean(BookStory.class).tell();
        app.bean(JointAction.class).tell(clock.instant(), clock::moveTo);

        assertThat(counted("select count(distinct entry) from register_fact f join register_entry e on e.id = f.entry"
                        + " where e.register = 'task-forces'"))
                .isEqualTo(10);
        assertThat(counted("select count(distinct f.class) from register_fact f join register_entry e on e.id = f.entry"
                        + " where e.register = 'enterprises'"))
                .isEqualTo(11);
        assertThat(
                        counted(
                                "select count(distinct act ->> 'who') from activity_act a where verb = 'attended' and exists (select from"
                                        + " activity_act p where p.activity_id = a.activity_id and p.act ->> 'kind' = 'joint-action')"))
                .isEqualTo(20);
        assertThat(counted("select (act #>> '{values,vehicles}')::bigint from activity_act where verb = 'reported'"))
                .isEqualTo(4);
        assertThat(counted("select count(*) from activity_finding f join step s on s.matter_id = f.matter_id"
                        + " where s.programme = 'rectification' and s.name = 'find'"))
                .isEqualTo(2);

        Visitor leader = Visitor.signedIn(app, "leader");
        assertThat(leader.get("/desk/activity-figures?month=2026-03").body()).contains("联合行动", "出动人数", ">20<");
        assertThat(leader.get("/desk/registers/task-forces").body()).contains("文明城市创建综合协调专班");
    }
}

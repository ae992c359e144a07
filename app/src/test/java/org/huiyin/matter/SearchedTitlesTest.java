package org.huiyin.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SearchedTitlesTest {

    private static final Actor LEADER = TestDesk.staff(9, 1, Role.LEADER, Set.of(TestDesk.OFFICE), List.of("421002"));

    private final TestDesk town = new TestDesk();
    private final Worklists lists =
            new Worklists(JdbcClient.create(town.database), java.time.ZoneId.of("Asia/Shanghai"));

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void words_find_no_confidential_title_for_a_leader() {
        raise("王某家中有人酗酒闹事", true);
        raise("园林路路灯不亮", false);

        assertThat(found(LEADER, "酗酒")).isZero();
        assertThat(found(LEADER, "路灯")).isOne();
        assertThat(found(TestDesk.DISPATCHER, "酗酒")).isOne();
    }

    private void raise(String title, boolean confidential) {
        town.desk.perform(StepRequest.begin(
                "three-lists",
                "raise",
                TestDesk.RESIDENT,
                TestDesk.raising(Map.of("title", title, "confidential", confidential)),
                List.of(),
                TestDesk.key()));
    }

    private int found(Actor actor, String words) {
        var query = new Worklist.Query("to-dispatch", null, null, null, words, null, 20);
        int rows = lists.page(actor, query, List.of("to-dispatch"), town.clock.instant())
                .rows()
                .size();
        assertThat(lists.count(actor, query, List.of("to-dispatch"), town.clock.instant()))
                .isEqualTo(rows);
        return rows;
    }
}

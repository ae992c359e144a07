package org.huiyin.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.huiyin.search.SearchScribe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SearchedTitlesTest {

    private static final Actor LEADER = TestDesk.staff(9, 1, Role.LEADER, Set.of(TestDesk.OFFICE), List.of("421002"));

    private final TestDesk town = new TestDesk();
    private final Desk desk = new Desk(entering(town.equipment), 2);
    private final Worklists lists =
            new Worklists(JdbcClient.create(town.database), java.time.ZoneId.of("Asia/Shanghai"));

    @AfterEach
    void close() {
        desk.close();
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

    @Test
    void words_are_read_as_a_search_reads_them() {
        raise("園林路 路燈不亮ＡＢＣ", false);

        assertThat(found(TestDesk.DISPATCHER, "路灯 园林路")).isOne();
        assertThat(found(TestDesk.DISPATCHER, "abc")).isOne();
        assertThat(found(TestDesk.DISPATCHER, "路灯 白云路")).isZero();
        assertThat(found(TestDesk.DISPATCHER, "!!!")).isZero();
    }

    /** Words are found once they are entered, which is a scribe's work. */
    private static Desk.Equipment entering(Desk.Equipment plain) {
        return new Desk.Equipment(
                plain.database(),
                plain.programmes(),
                plain.calendars(),
                plain.directory(),
                plain.keyring(),
                List.of(new SearchScribe(plain.programmes())),
                plain.clock(),
                plain.zone());
    }

    private void raise(String title, boolean confidential) {
        desk.perform(StepRequest.begin(
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

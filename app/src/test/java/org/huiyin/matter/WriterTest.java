package org.huiyin.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class WriterTest {

    private final TestDesk town = new TestDesk();
    private final Desk desk = new Desk(withScribe(town.equipment), 1);

    @AfterEach
    void close() {
        desk.close();
        town.close();
    }

    @Test
    void an_error_fails_whoever_asked_and_the_writer_goes_on() {
        assertThatThrownBy(() -> desk.perform(raising("会出错的事项"))).isInstanceOf(DeskFault.class);

        assertThat(desk.perform(raising("路灯不亮"))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void of_those_in_one_batch_only_the_one_with_the_error_fails() {
        assertThatThrownBy(() -> desk.performAll(List.of(raising("井盖响动"), raising("会出错的事项"), raising("路面塌陷"))))
                .isInstanceOf(DeskFault.class);
        desk.perform(raising("路灯不亮"));

        assertThat(JdbcClient.create(town.database)
                        .sql("select title from matter order by title")
                        .query(String.class)
                        .list())
                .containsExactlyInAnyOrder("井盖响动", "路面塌陷", "路灯不亮");
    }

    private static StepRequest raising(String title) {
        return StepRequest.begin(
                "three-lists",
                "raise",
                TestDesk.RESIDENT,
                TestDesk.raising(Map.of("title", title)),
                List.of(),
                TestDesk.key());
    }

    private static Desk.Equipment withScribe(Desk.Equipment plain) {
        StepScribe broken = (writes, batch) -> batch.forEach(one -> {
            if (one.after().title().startsWith("会出错")) {
                throw new NoClassDefFoundError("a class that is not there");
            }
        });
        return new Desk.Equipment(
                plain.database(),
                plain.programmes(),
                plain.calendars(),
                plain.directory(),
                plain.keyring(),
                List.of(broken),
                plain.clock(),
                plain.zone());
    }
}

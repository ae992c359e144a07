package org.huiyin.publicity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The files of open data as a set. */
class DataSetTest {

    private static final TestApp APP = TestApp.another(
            TestClock.at("2026-03-03T10:00"), "huiyin.open-data.nightly=true", "huiyin.open-data.hour=23");

    private final Handling handling = new Handling(APP);
    private final Visitor visitor = Visitor.to(APP);
    private final DataMaking making = APP.bean(DataMaking.class);
    private final DataSets sets = APP.bean(DataSets.class);
    private final DataFiles files = APP.bean(DataFiles.class);

    @BeforeEach
    void somethingIsHandedOut() throws Exception {
        making.current();
        APP.clock().forward(Duration.ofDays(1));
    }

    @Test
    void it_says_what_it_holds_and_adds_up_with_the_board() throws Exception {
        handling.raise("整套数据甲");
        handling.raise(Map.of("title", "整套数据乙", "confidential", true));
        handling.answer(handling.raise("整套数据丙").number());
        assertThat(files.make(false)).isPresent();

        JsonNode set =
                JsonMapper.shared().readTree(visitor.get("/board/data/set.json").body());

        assertThat(set.path("addsUp").asBoolean()).as(set.toString()).isTrue();
        for (JsonNode list : set.path("lists")) {
            assertThat(list.path("told").asLong() + list.path("notPublic").asLong())
                    .isEqualTo(list.path("board").asLong());
        }
        assertThat(set.path("lists")
                        .valueStream()
                        .mapToLong(one -> one.path("notPublic").asLong())
                        .sum())
                .isPositive();
        for (JsonNode table : set.path("tables")) {
            for (JsonNode file : table.path("files")) {
                byte[] body = visitor.bytes("/board/data/" + file.path("name").asString(""))
                        .body();
                assertThat(body).hasSize(file.path("bytes").asInt());
                assertThat(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(body)))
                        .isEqualTo(file.path("sha256").asString(""));
            }
        }
        assertThat(visitor.get("/board/data").body()).contains("文件与公示栏相符").doesNotContain("不符");
    }

    /** A list that lost a matter: it does not add up, and says so. */
    @Test
    void what_does_not_add_up_says_so() {
        DataSet.Listed lost = new DataSet.Listed("three-lists", "problem", 10, 8, 1);

        assertThat(lost.addsUp()).isFalse();
        assertThat(new DataSet.Listed("three-lists", "problem", 10, 8, 2).addsUp())
                .isTrue();
    }

    @Test
    void of_several_machines_one_makes_it() throws Exception {
        Callable<Optional<DataSet>> make = () -> files.make(false);
        long made = 0;
        try (ExecutorService machines = Executors.newFixedThreadPool(4)) {
            for (Future<Optional<DataSet>> one : machines.invokeAll(List.of(make, make, make, make))) {
                made += one.get().isPresent() ? 1 : 0;
            }
        }

        assertThat(made).isEqualTo(1);
        assertThat(files.make(false)).as("nor does anybody make it again").isEmpty();
    }

    @Test
    void until_the_night_yesterday_s_is_handed_out_and_then_the_new_one_at_once() throws Exception {
        String before = newest();
        assertThat(before).doesNotContain(sets.today().toString());

        APP.clock().forward(Duration.ofHours(12));
        making.night();
        assertThat(newest()).as("at ten in the evening").isEqualTo(before);
        APP.clock().forward(Duration.ofHours(1));
        making.night();

        await().until(() -> newest().contains(sets.today().toString()));
        assertThat(visitor.get(before).statusCode()).isEqualTo(200);
        APP.clock().forward(Duration.ofHours(11));
        for (int day = 0; day < 7; day++) {
            files.make(false);
            APP.clock().forward(Duration.ofDays(1));
        }
        assertThat(visitor.get(before).statusCode()).isEqualTo(404);
    }

    @Test
    void what_was_taken_out_of_view_while_it_was_made_is_not_handed_out() throws Exception {
        String number = handling.raise("整套数据丁").number();
        Instant begun = sets.claim(true).orElseThrow();
        DataSet made = new DataSet(sets.today(), begun, begun, true, List.of(), List.of());

        Caller.of(APP, "chaoyang").step(number, "withdraw-publication", Map.of("withdrawal-reason", "写到了邻居的病情"));

        assertThat(sets.made(made, begun)).isFalse();
        assertThat(sets.of(sets.today())).isEmpty();
        assertThat(making.current().day()).isEqualTo(sets.today());
    }

    private String newest() {
        return Visitor.location(visitor.get("/board/data/matters.csv"));
    }
}

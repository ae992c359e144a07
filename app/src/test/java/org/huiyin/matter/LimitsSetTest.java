package org.huiyin.matter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.huiyin.matter.TestDesk.ROADS;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.LimitPolicy;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.testing.PublishedCalendars;
import org.huiyin.testing.TestClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsSetTest {

    private static final Instant FIVE_DAYS = TestClock.instant("2026-03-10T17:30");
    private static final Instant THREE_DAYS = TestClock.instant("2026-03-06T17:30");

    private final PublishedCalendars calendars = new PublishedCalendars();
    private final TestDesk town = new TestDesk(ProgrammeReader.packaged(), calendars);

    @AfterEach
    void close() throws SQLException {
        assertThat(new Doctor(town.equipment).examine(n -> {}).differences()).isEmpty();
        town.close();
    }

    @Test
    void a_limit_for_open_clocks_too_is_reckoned_from_their_start_with_pauses_and_extensions() throws SQLException {
        MatterNumber plain = inHand("roads", List.of());
        MatterNumber extended = inHand("roads", List.of());
        town.taken(
                extended,
                TestDesk.ROADS_HANDLER,
                "request-extension",
                Map.of("days", 2, "extension-reason", "等待厂家发来配件"));
        town.taken(extended, TestDesk.SUPERVISOR, "grant-extension", Map.of("days", 2));
        MatterNumber other = inHand("noise", List.of());

        set("roads", "3wd", true);
        long taken = takeOver();

        assertThat(due(plain)).isEqualTo(THREE_DAYS);
        assertThat(due(extended)).isEqualTo(FIVE_DAYS);
        assertThat(due(other)).isEqualTo(FIVE_DAYS);
        assertThat(taken).isEqualTo(2);
    }

    @Test
    void a_limit_for_new_clocks_leaves_running_ones_as_they_are() throws SQLException {
        MatterNumber before = inHand("roads", List.of());
        town.clock.forward(Duration.ofMinutes(1));
        set("roads", "3wd", false);
        town.clock.forward(Duration.ofMinutes(1));
        MatterNumber after = inHand("roads", List.of());
        long taken = takeOver();

        assertThat(due(before)).isEqualTo(FIVE_DAYS);
        assertThat(due(after)).isEqualTo(THREE_DAYS);
        assertThat(taken).isZero();
    }

    @Test
    void closed_clocks_keep_what_judged_them_and_the_programmes_limit_comes_back() throws SQLException {
        MatterNumber answered = town.raise();
        town.answered(answered);
        MatterNumber running = inHand("roads", List.of());
        set("*", "1wd", true);
        set("help", "3wd", true);
        takeOver();
        assertThat(due(running)).isEqualTo(THREE_DAYS);

        set("help", null, true);
        takeOver();

        assertThat(due(running)).isEqualTo(FIVE_DAYS);
        assertThat(town.matter(answered).clocks())
                .filteredOn(clock -> clock.name().equals("resolve"))
                .extracting(clock -> clock.span().limit())
                .containsExactly(Limit.parse("5wd"));
    }

    @Test
    void a_co_handler_has_its_share_of_the_limit_that_was_set_and_urgency_goes_first() throws SQLException {
        MatterNumber number = inHand("roads", List.of((long) TestDesk.WATER));

        set("roads", "9wd", true);
        takeOver();

        assertThat(town.matter(number).clocks())
                .filteredOn(clock -> clock.name().equals("resolve"))
                .extracting(clock -> clock.span().limit())
                .containsExactly(Limit.parse("9wd"), Limit.parse("6wd"));
        set("normal", "1wd", true);
        takeOver();
        assertThat(town.matter(number).openClock("resolve").orElseThrow().span().limit())
                .isEqualTo(Limit.parse("1wd"));
    }

    private void set(String key, @Nullable String limit, boolean openToo) {
        calendars.limit(new LimitPolicy(
                "three-lists",
                "resolve",
                key,
                limit == null ? null : Limit.parse(limit),
                openToo,
                town.clock.instant()));
    }

    private MatterNumber inHand(String category, List<Long> coHandlers) {
        MatterNumber number = town.raise();
        Map<String, Object> order = new HashMap<>(TestDesk.dispatching(ROADS));
        order.put("category", category);
        order.put("co-handlers", coHandlers);
        town.taken(number, TestDesk.DISPATCHER, "dispatch", order);
        town.taken(number, TestDesk.ROADS_HANDLER, "sign", Map.of());
        return number;
    }

    private Instant due(MatterNumber number) {
        return town.matter(number).openClock("resolve").orElseThrow().deadline().due();
    }

    /** Returns how many clocks were taken over. */
    private long takeOver() throws SQLException {
        Rederivation pass = new Rederivation(town.equipment);
        Rederivation.Went went = Rederivation.Went.ON;
        for (int i = 0; i < 1000 && went != Rederivation.Went.DONE; i++) {
            went = pass.batch();
            if (went == Rederivation.Went.SETTLING) {
                town.clock.forward(Duration.ofSeconds(11));
            }
        }
        assertThat(went).isEqualTo(Rederivation.Went.DONE);
        return pass.progress().orElseThrow().clocks();
    }
}

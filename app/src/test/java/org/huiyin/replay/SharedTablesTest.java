package org.huiyin.replay;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The real tables; skipped where the folder beside the project is absent. */
class SharedTablesTest {

    @Test
    void baltimore_is_replayed_whole_judged_exactly_and_a_second_time_in_vain() {
        var reading = Reading.of(RecordKind.BALTIMORE_311, Tables.shared("us311/baltimore_311_2014-2019.csv.gz"));

        assertReplayed(reading, 8000);

        assertThat(reading.onTime()).isEqualTo(new Rate(6379, 7643));
    }

    @Test
    void messages_are_replayed_whole_with_their_replies_and_a_second_time_in_vain() {
        assertReplayed(Reading.of(RecordKind.TEDDY_REPLIED, Tables.shared("teddy2020/requests_replied.csv")), 2223);
    }

    private static void assertReplayed(Reading reading, int records) {
        try (var app = new ReplayApp()) {
            var first = app.play(reading);
            var second = app.play(reading);

            assertThat(reading.malformed()).isEmpty();
            assertThat(first.refused()).isEmpty();
            assertThat(first.matters()).isEqualTo(records);
            assertThat(first.onTime()).isEqualTo(reading.onTime());
            assertThat(first.conservation().holds()).isTrue();
            assertThat(first.conservation().raised()).isEqualTo(records);
            assertThat(second.fresh()).isZero();
            assertThat(second.steps()).isEqualTo(first.steps());
        }
    }
}

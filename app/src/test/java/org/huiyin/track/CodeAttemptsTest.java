package org.huiyin.track;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.huiyin.testing.TestClock;
import org.huiyin.track.CodeAttempts.Trier;
import org.junit.jupiter.api.Test;

class CodeAttemptsTest {

    private static final long MATTER = 20260000001L;
    private static final Trier STRANGER = new Trier("203.0.113.7", "");
    private static final Trier RAISER = new Trier("198.51.100.9", "");
    private static final Trier KNOWN = new Trier("203.0.113.7", "1775000000.seal");

    private final TestClock clock = TestClock.at("2026-03-03T09:00");
    private final CodeAttempts attempts = new CodeAttempts(clock);

    @Test
    void a_stranger_locks_out_the_own_address_and_not_the_raiser() {
        for (int i = 0; i < 39; i++) {
            attempts.failed(STRANGER, MATTER);
        }

        assertThat(attempts.waitsUntil(STRANGER, MATTER))
                .contains(clock.instant().plus(Duration.ofHours(1)));
        assertThat(attempts.waitsUntil(RAISER, MATTER)).isEmpty();
    }

    @Test
    void a_thousand_strangers_delay_the_raiser_by_seconds() {
        for (int i = 0; i < 1000; i++) {
            attempts.failed(new Trier("10.0." + i / 250 + "." + i % 250, ""), MATTER);
        }

        assertThat(attempts.waitsUntil(RAISER, MATTER)).contains(clock.instant().plus(Duration.ofSeconds(15)));
        clock.forward(Duration.ofSeconds(16));
        assertThat(attempts.waitsUntil(RAISER, MATTER)).isEmpty();
    }

    @Test
    void a_browser_that_showed_the_code_before_waits_for_nobody_else() {
        for (int i = 0; i < 1000; i++) {
            attempts.failed(STRANGER, MATTER);
        }

        assertThat(attempts.waitsUntil(KNOWN, MATTER)).isEmpty();
        for (int i = 0; i < 6; i++) {
            attempts.failed(KNOWN, MATTER);
        }
        assertThat(attempts.waitsUntil(KNOWN, MATTER)).isPresent();
    }

    @Test
    void the_right_code_forgives_slips() {
        for (int i = 0; i < 5; i++) {
            attempts.failed(RAISER, MATTER);
        }

        attempts.succeeded(RAISER, MATTER);
        attempts.failed(RAISER, MATTER);

        assertThat(attempts.waitsUntil(RAISER, MATTER)).isEmpty();
    }
}

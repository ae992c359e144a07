package org.huiyin.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.huiyin.testing.TestClock;
import org.junit.jupiter.api.Test;

class BackOffTest {

    private final TestClock clock = TestClock.at("2026-03-03T09:00");
    private final Attempts attempts = new Attempts(BackOff.LOGIN, clock);

    @Test
    void the_first_four_failures_are_free_and_then_the_wait_doubles() {
        assertThat(BackOff.LOGIN.after(4)).isZero();
        assertThat(BackOff.LOGIN.after(5)).isEqualTo(Duration.ofSeconds(30));
        assertThat(BackOff.LOGIN.after(6)).isEqualTo(Duration.ofMinutes(1));
        assertThat(BackOff.LOGIN.after(8)).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void the_wait_has_a_ceiling_however_often_somebody_fails() {
        assertThat(BackOff.LOGIN.after(11)).isEqualTo(Duration.ofMinutes(15));
        assertThat(BackOff.LOGIN.after(1_000_000)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void attempts_wait_and_are_let_in_again_when_the_time_has_passed() {
        fail(5);

        assertThat(attempts.waitsUntil("10.0.0.1")).isEqualTo(clock.instant().plusSeconds(30));
        assertThat(attempts.waitsUntil("10.0.0.2")).isNull();
        clock.forward(Duration.ofSeconds(30));
        assertThat(attempts.waitsUntil("10.0.0.1")).isNull();
    }

    @Test
    void an_hour_without_failure_forgives_all() {
        fail(5);
        clock.forward(Duration.ofMinutes(61));

        fail(1);

        assertThat(attempts.waitsUntil("10.0.0.1")).isNull();
    }

    @Test
    void success_forgives_at_once() {
        fail(4);

        attempts.succeeded("10.0.0.1");
        fail(4);

        assertThat(attempts.waitsUntil("10.0.0.1")).isNull();
    }

    private void fail(int times) {
        for (int i = 0; i < times; i++) {
            attempts.note("10.0.0.1");
        }
    }
}

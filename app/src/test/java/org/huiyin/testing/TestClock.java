package org.huiyin.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it. */
public final class TestClock implements InstantSource {

    public static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private final AtomicReference<Instant> now;

    public TestClock(Instant start) {
        now = new AtomicReference<>(start);
    }

    /** Stands at a local time of the city, written as {@code 2026-03-03T09:00}. */
    public static TestClock at(String cityTime) {
        return new TestClock(instant(cityTime));
    }

    /** The instant of a local time of the city. */
    public static Instant instant(String cityTime) {
        return LocalDateTime.parse(cityTime).atZone(CITY).toInstant();
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    public void forward(Duration by) {
        now.updateAndGet(then -> then.plus(by));
    }

    public void moveTo(Instant to) {
        now.set(to);
    }

    public void moveTo(String cityTime) {
        now.set(instant(cityTime));
    }
}

package org.huiyin.bench;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.huiyin.calendar.Deadline;
import org.huiyin.calendar.Explanation;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.Span;
import org.huiyin.calendar.WorkCalendar;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What JMH measures of the working calendar; the spans go round, so that nothing can be remembered from one to the next. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CalendarMeasures {

    private static final int SPANS = 1024;
    private static final Instant FIRST = Instant.parse("2020-01-06T01:07:00Z");
    private static final long APART_SECONDS = 200_003;
    private static final Limit LIMIT = Limit.parse("15wd");

    private final WorkCalendar calendar = WorkCalendar.china();
    private final Span[] spans = new Span[SPANS];
    private final Span[] paused = new Span[SPANS];
    private int next;

    /** Made by JMH. */
    public CalendarMeasures() {
        for (int i = 0; i < SPANS; i++) {
            Instant start = FIRST.plusSeconds(i * APART_SECONDS);
            spans[i] = Span.of(start, LIMIT);
            paused[i] = new Span(
                    start,
                    LIMIT,
                    List.of(new Span.Pause(start.plusSeconds(90_000), start.plusSeconds(400_000))),
                    List.of(Limit.parse("5wd")));
        }
    }

    private Span of(Span[] all) {
        next = (next + 1) % SPANS;
        return all[next];
    }

    /** Fifteen working days. */
    @Benchmark
    public Deadline deadline() {
        return calendar.deadline(of(spans));
    }

    /** Fifteen working days with a pause, lengthened by five. */
    @Benchmark
    public Deadline deadlineWithPause() {
        return calendar.deadline(of(paused));
    }

    /** Every day of fifteen working days, counted or skipped and why. */
    @Benchmark
    public Explanation explain() {
        return calendar.explain(of(spans));
    }
}

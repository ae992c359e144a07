package org.huiyin.calendar;

/** Says when a span ends. The one face of the calendar that other modules see; implementations are pure and immutable. */
public interface WorkCalendar {

    /** The version that judged, kept with every clock. */
    String version();

    /** The deadline of a span; a span that stands still now (an open pause) ends where it would if it went on at once. */
    Deadline deadline(Span span);
}

package org.huiyin.timetable;

import java.time.Instant;

/**
 * A version of a calendar that was published: never changed, never removed.
 *
 * @param number counted from 1
 * @param name as clocks keep it
 * @param shipped whether it came with Huiyin
 * @param publisher who published it; the product's name when it was shipped
 */
public record CalendarVersion(
        String code, int number, String name, boolean shipped, Instant publishedAt, String publisher, String why) {}

package org.huiyin.calendar;

import java.time.Instant;

/**
 * When something is due, when it becomes near due, and whether that is a guess.
 *
 * @param provisional true when the deadline reaches into a year whose holidays are not published yet
 */
public record Deadline(Instant due, Instant near, boolean provisional) {}

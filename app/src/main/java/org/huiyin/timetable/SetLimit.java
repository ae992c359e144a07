package org.huiyin.timetable;

import org.huiyin.calendar.LimitPolicy;

/** A limit as it was set: in which timetable, by whom and why. */
public record SetLimit(LimitPolicy policy, int number, String publisher, String why) {}

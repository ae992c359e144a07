package org.huiyin.reading;

import java.time.LocalDate;

/**
 * A matter that came from a document which says by when it is to be done.
 *
 * @param says how it stands against that day
 * @param tone the colour of what it says
 */
public record MilestoneRow(String title, String number, LocalDate due, String state, String says, String tone) {}

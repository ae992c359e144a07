package org.huiyin.reading;

/** A document in the list of those a unit read in. */
public record DocumentRow(long id, String name, String day, String readAt, long drafts, long confirmed, long dropped) {}

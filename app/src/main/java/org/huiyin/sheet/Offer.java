package org.huiyin.sheet;

/**
 * Something that can be taken in, as the page of tables offers it.
 *
 * @param list the list that comes back to it; empty when its tables are only filled in
 */
public record Offer(String name, String title, String list) {}

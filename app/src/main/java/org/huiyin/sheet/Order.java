package org.huiyin.sheet;

/**
 * The file of a large list before it is made.
 *
 * @param query the parameters of its page, as an address carries them
 * @param rows negative when only reading tells
 */
public record Order(String list, String format, String query, String title, long rows) {}

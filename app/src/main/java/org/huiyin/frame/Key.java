package org.huiyin.frame;

/** A key that can be pressed on a page, and what it does; for the overlay that {@code ?} opens. */
public record Key(String key, String does) {}

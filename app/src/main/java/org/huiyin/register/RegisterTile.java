package org.huiyin.register;

/** A register on the page of all of them. */
public record RegisterTile(String path, String title, String one, long present, boolean strict) {}

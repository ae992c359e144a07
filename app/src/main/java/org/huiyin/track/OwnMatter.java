package org.huiyin.track;

/** A matter the signed-in reader raised, as a row. */
public record OwnMatter(String number, String title, String state, String place) {}

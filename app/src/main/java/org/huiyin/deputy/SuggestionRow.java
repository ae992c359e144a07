package org.huiyin.deputy;

/** One suggestion behind a figure. */
public record SuggestionRow(
        long id, String path, String number, String title, String place, String unit, String state, String raised) {}

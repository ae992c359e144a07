package org.huiyin.activity;

import org.jspecify.annotations.Nullable;

/**
 * An activity on a list.
 *
 * @param path where it is shown
 * @param hours from when to when, of its first sitting
 * @param counts how many signed up and came, in words
 * @param standing what it is called; null when there is nothing to say
 */
public record ActivityRow(
        long id,
        String path,
        String title,
        String kind,
        String day,
        String hours,
        String place,
        String unit,
        String counts,
        @Nullable String standing,
        String tone) {}

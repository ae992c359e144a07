package org.huiyin.deputy;

/**
 * A suggestion as its deputy finds it.
 *
 * @param unit who handles it; "" before it is assigned
 * @param promise by when something is promised; "" for nothing
 * @param asks what the deputy is asked to do now; "" for nothing
 */
public record OwnSuggestion(
        String number,
        String title,
        String state,
        String tone,
        String unit,
        String raised,
        String promise,
        String asks) {}

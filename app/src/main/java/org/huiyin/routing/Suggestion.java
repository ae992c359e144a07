package org.huiyin.routing;

/**
 * Where a message may belong.
 *
 * @param confidence 0 to 1; the shares of all labels sum to 1
 */
public record Suggestion(String label, double confidence) {}

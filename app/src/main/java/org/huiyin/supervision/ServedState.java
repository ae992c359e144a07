package org.huiyin.supervision;

/**
 * How many instruments of a unit are in a state.
 *
 * @param state its word in addresses
 */
public record ServedState(String state, String title, long n) {}

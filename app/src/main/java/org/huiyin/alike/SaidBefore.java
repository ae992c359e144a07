package org.huiyin.alike;

/**
 * A public matter.
 *
 * @param how far or why it is offered, in words
 */
public record SaidBefore(String number, String title, String place, String state, String since, String how) {}

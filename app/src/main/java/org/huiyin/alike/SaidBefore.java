package org.huiyin.alike;

/**
 * A public matter.
 *
 * @param how far or why it is offered, in words
 * @param joins whether it can still be joined; otherwise it ended and can be read
 */
public record SaidBefore(
        String number, String title, String place, String state, String since, String how, boolean joins) {}

package org.huiyin.alike;

/**
 * A matter beside another.
 *
 * @param row how it is named in a form: the number and the version that was seen
 * @param why why it is held to be alike; empty for the matter itself
 */
public record AlikeSide(
        String number,
        String row,
        String title,
        String text,
        String place,
        String state,
        String unit,
        String raised,
        String why) {}

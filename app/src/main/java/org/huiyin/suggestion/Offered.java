package org.huiyin.suggestion;

import java.util.List;

/**
 * A suggestion as a form shows it; what is empty is not suggested.
 *
 * @param unitShare how sure it is, or for how many of the marked matters it is
 * @param grounds what speaks for the unit
 * @param words what speaks for the category
 * @param fill fields and values that one press fills in, as JSON
 */
public record Offered(
        String unit,
        String unitShare,
        String grounds,
        String category,
        String categoryShare,
        List<String> words,
        String fill) {}

package org.huiyin.bulletin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A figure of a bulletin and what it is made of.
 *
 * @param section where it stands
 * @param scope whose figure it is, as people call it
 * @param period of this period or the one before
 * @param value as it is printed
 * @param numerator what is counted; empty for a figure made of other figures
 * @param denominator by what it is divided; empty for a plain count
 * @param of which figures it is made of; empty for one that is counted
 */
record Figure(
        String section,
        String name,
        String scope,
        String period,
        String value,
        List<Term> numerator,
        List<Term> denominator,
        String of) {

    /** What it is made of, numerator first. */
    List<Term> terms() {
        return Stream.concat(numerator.stream(), denominator.stream()).toList();
    }

    /**
     * So many rows of a list.
     *
     * @param list its name
     * @param column the column that tells the rows apart; null for all of the period
     * @param equal what stands in that column
     * @param weight how much each of them counts
     */
    record Term(String list, @Nullable Source column, String equal, String weight, long rows) {}

    /** By which column of a list rows are told apart. */
    enum Source {
        UNIT,
        KIND,
        COUNTY,
        CATEGORY,
        REMARK;

        /** How messages call it. */
        String word() {
            return this == KIND ? "class" : name().toLowerCase(Locale.ROOT);
        }
    }
}

package org.huiyin.round;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * How often the entries of a kind's register are looked at, as {@code round.yaml} beside the kind says.
 *
 * @param kind the kind of activity by which they are looked at
 * @param by the choice of the register that decides how often; null where all are alike
 * @param every days by that choice; {@code *} for every other
 * @param finding fields of the matter a finding becomes; {@code {name}} and {@code {number}} are those of the entry
 * @param greeted when people are thought of besides; null where they are not
 * @param sheet how what was seen is scored; null where it is not
 */
record RoundRules(
        @JsonProperty("round-of") String kind,
        @Nullable String by,
        Map<String, Integer> every,
        @Nullable Map<String, Object> finding,
        @Nullable Greeted greeted,
        @Nullable Sheet sheet) {

    static final String OTHERS = "*";

    /**
     * Birthdays and festivals on which people of a register are thought of.
     *
     * @param born the field that says when they were born
     * @param address the field that says where they live
     */
    record Greeted(String born, String address, List<Festival> festivals) {}

    /**
     * A festival.
     *
     * @param day as {@link Festivals} reads it
     * @param of kinds of people, as their register is tallied
     */
    record Festival(Text name, String day, List<String> of) {}

    /**
     * A scoring sheet.
     *
     * @param field the field of the report that says what fails
     * @param full the points of whatever is in order
     * @param items by the choices of that field
     * @param right the states in which what was found is put right and was inspected again
     */
    record Sheet(String field, int full, Map<String, Item> items, List<String> right) {

        /** What is left when these fail; a veto item leaves nothing. */
        int score(List<String> failed) {
            int left = full;
            for (String one : failed) {
                Item item = items.get(one);
                if (item != null) {
                    left = item.veto() ? 0 : Math.max(0, left - item.deduct());
                }
            }
            return left;
        }
    }

    /**
     * One item.
     *
     * @param standard what is demanded
     * @param deduct points it costs
     * @param veto whether it leaves no points at all; false where nothing is said
     * @param category of the matter it becomes
     */
    record Item(String standard, int deduct, Boolean veto, String category) {

        Item {
            veto = Boolean.TRUE.equals(veto);
        }
    }

    /** After how many days an entry of this sort is due again. */
    int days(String sort) {
        Integer days = every.getOrDefault(sort, every.get(OTHERS));
        return days == null
                ? every.values().stream().mapToInt(Integer::intValue).max().orElse(365)
                : days;
    }
}

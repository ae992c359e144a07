package org.huiyin.register;

import java.time.LocalDate;
import java.util.Map;
import org.huiyin.org.Reach;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a register as it stands, or as it stood on a day.
 *
 * @param number counted within its register; {@link Register#label} says it as people do
 * @param name what lists and links show; {@link #SEALED} where that is sealed
 * @param place the code of where it is
 * @param unit the unit that keeps it
 * @param parent the entry it belongs to
 * @param account the sign-in of the person it tells of
 * @param since the day it was entered, or entered again
 * @param until the day it left; null while it is there
 * @param why the reason it left for, as the definition names it; "" while it is there
 * @param kind the value of the field by which the register is tallied; "" for none
 * @param fields the open fields, typed as {@link org.huiyin.programme.Field} says; the sealed ones are opened apart
 * @param version the ordinal of its newest fact
 */
public record Entry(
        long id,
        String register,
        int number,
        String name,
        String place,
        int unit,
        @Nullable Long parent,
        @Nullable Long account,
        State state,
        LocalDate since,
        @Nullable LocalDate until,
        String why,
        String kind,
        Map<String, Object> fields,
        int version) {

    /** What stands where a name is sealed. */
    public static final String SEALED = "＊";

    /** How an entry stands. */
    public enum State {
        PRESENT,
        LEFT,
        /** Entered by mistake: counts at no time. */
        VOID;

        /** The word of tables and messages. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public boolean present() {
        return state == State.PRESENT;
    }

    /** Whether it lies within what somebody may read or change. */
    public boolean within(Reach reach) {
        return reach.coversUnit(unit) || reach.coversPlace(place);
    }
}

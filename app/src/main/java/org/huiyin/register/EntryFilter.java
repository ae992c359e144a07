package org.huiyin.register;

import org.huiyin.org.Reach;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of a register are wanted, in the order of places and then of numbers.
 *
 * @param reach only what lies within; {@link Register#readable} gives it
 * @param place a code; "" for all
 * @param exactly only what lies in that very place and in none of its parts
 * @param unit the unit that keeps them; null for all
 * @param kind the value of the field by which the register is tallied; "" for all
 * @param parent those that belong to this entry; null for all
 * @param words of their names or numbers; "" for all
 * @param after begin behind this row; null for the first page
 * @param most how many at most
 */
public record EntryFilter(
        String register,
        Reach reach,
        Entry.State state,
        String place,
        boolean exactly,
        @Nullable Integer unit,
        String kind,
        @Nullable Long parent,
        String words,
        @Nullable Row after,
        int most) {

    /** Where a page ended. */
    public record Row(String place, int number) {}

    /** Everybody present in a register, within a reach. */
    public static EntryFilter present(String register, Reach reach, int most) {
        return new EntryFilter(register, reach, Entry.State.PRESENT, "", false, null, "", null, "", null, most);
    }

    public EntryFilter in(String place) {
        return new EntryFilter(register, reach, state, place, false, unit, kind, parent, words, after, most);
    }

    public EntryFilter under(@Nullable Long parent) {
        return new EntryFilter(register, reach, state, place, exactly, unit, kind, parent, words, after, most);
    }

    public EntryFilter behind(Entry last) {
        return new EntryFilter(
                register,
                reach,
                state,
                place,
                exactly,
                unit,
                kind,
                parent,
                words,
                new Row(last.place(), last.number()),
                most);
    }

    /** Behind every code that belongs to the place: of its parts too, or its own alone. Codes are digits. */
    String behindPlace(String code) {
        return code + (exactly ? "!" : "~");
    }
}

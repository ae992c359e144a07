package org.huiyin.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huiyin.org.Actor;
import org.jspecify.annotations.Nullable;

/** Who of a register took part in something, and in what; a feature that keeps attendance answers it. */
public interface Participation {

    /**
     * Whose taking part is asked about.
     *
     * @param place a code: of people their own, of activities where they are
     * @param exactly only that very place and none of its parts
     * @param since the first day of activities
     * @param until the last day, at the end of which people are on the register
     */
    record Span(String register, String place, boolean exactly, LocalDate since, LocalDate until) {}

    /**
     * Somebody on a register.
     *
     * @param times in how many activities they took part
     * @param last the day of the last; null for none
     */
    record Person(
            int number,
            String name,
            String place,
            int times,
            @Nullable LocalDate last) {}

    /**
     * An activity in which somebody of the register took part.
     *
     * @param path its page; "" for who may not read it
     * @param came how many of the register took part
     */
    record Held(long id, String title, String place, LocalDate day, int came, String path) {}

    /** Those on the register who took part at least once, counted by the first {@code length} digits of their own places. */
    Map<String, Long> byPart(Span span, int length);

    /** Activities in which at least one of the register took part, by the first {@code length} digits of where they were. */
    Map<String, Long> heldByPart(Span span, int length);

    /**
     * The very people, in the order of places and then of numbers.
     *
     * @param came those who took part, or those who did not
     * @param after begin behind this row; null for the first page
     */
    List<Person> people(Span span, boolean came, EntryFilter.@Nullable Row after, int most);

    /**
     * The very activities, the newest first.
     *
     * @param before numbers below this one
     */
    List<Held> held(Span span, Actor reader, long before, int most);
}

package org.huiyin.register;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A register for programs.
 *
 * @param fields its form as JSON Schema
 * @param exits why an entry may end, by name
 * @param writes whether this post may enter, change and end entries
 */
record RegisterJson(
        String name,
        String title,
        String prefix,
        boolean strict,
        boolean writes,
        Map<String, Object> fields,
        Map<String, String> exits) {

    /**
     * An entry.
     *
     * @param name null where it is sealed
     * @param parent the number it belongs to; null for none
     * @param until the day it left; null while it is there
     * @param why the reason it left for; null while it is there
     * @param fields what this post may see
     */
    record EntryJson(
            String number,
            @Nullable String name,
            String state,
            String place,
            int unit,
            @Nullable String parent,
            LocalDate since,
            @Nullable LocalDate until,
            @Nullable String why,
            int version,
            Map<String, Object> fields) {}

    /** What happened to an entry on a day. */
    record FactJson(int version, String kind, LocalDate on, Instant recordedAt, Map<String, Object> fields) {}

    /**
     * What is to be written down.
     *
     * @param expectedVersion the version the program saw; null when it does not mind
     */
    record NewFact(@Nullable Integer expectedVersion, Map<String, Object> fields) {}

    /** How many are on a register at a place, by its parts. */
    record CountJson(String place, LocalDate day, long present, List<Part> parts) {

        /** One part of a place. */
        record Part(String place, long present) {}
    }
}

package org.huiyin.publicity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.frame.Formats;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of the board a reader asked for; empty texts narrow nothing.
 *
 * @param programme whose matters; empty for the board's own
 * @param list the list shown; always one of the programme's
 * @param place county or town; empty for the whole city
 * @param unit code of the unit in charge
 * @param state a state of the list
 * @param words words of the title
 * @param before only matters raised before this one; null for the newest
 */
record BoardFilter(
        String programme,
        String list,
        String place,
        String category,
        String unit,
        String state,
        Days days,
        String words,
        @Nullable Long before) {

    /** The days a matter was raised on, both included; null leaves that side open. */
    record Days(@Nullable LocalDate from, @Nullable LocalDate to) {

        static final Days ALL = new Days(null, null);

        private static final LocalDate BEGINNING = LocalDate.of(1970, 1, 1);
        private static final LocalDate END = LocalDate.of(9999, 1, 1);

        boolean all() {
            return from == null && to == null;
        }

        Instant begin() {
            return (from == null ? BEGINNING : from).atStartOfDay(Formats.ZONE).toInstant();
        }

        Instant end() {
            return (to == null ? END : to.plusDays(1))
                    .atStartOfDay(Formats.ZONE)
                    .toInstant();
        }

        /** Numbers begin with their year: the lowest of the first day's year. */
        long lowest() {
            return from == null ? 0 : from.getYear() * 10_000_000L;
        }

        /** The number above all of the last day's year. */
        long above() {
            return to == null ? Long.MAX_VALUE : (to.getYear() + 1) * 10_000_000L;
        }

        static String written(@Nullable LocalDate day) {
            return day == null ? "" : day.toString();
        }
    }

    /** The address of the board so filtered. */
    String address() {
        Map<String, String> parameters = parameters();
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/board");
        parameters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                address.queryParam(name, "{" + name + "}");
            }
        });
        return address.encode().buildAndExpand(parameters).toUriString();
    }

    private Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("programme", programme);
        parameters.put("list", list);
        parameters.put("place", place);
        parameters.put("category", category);
        parameters.put("unit", unit);
        parameters.put("state", state);
        parameters.put("from", Days.written(days.from()));
        parameters.put("to", Days.written(days.to()));
        parameters.put("q", words);
        parameters.put("before", before == null ? "" : before.toString());
        return parameters;
    }

    /** The part that follows a matter; all of it for null. */
    BoardFilter from(@Nullable Long matter) {
        return new BoardFilter(programme, list, place, category, unit, state, days, words, matter);
    }

    /** From the newest on, of another list or place; a state belongs to its list. */
    BoardFilter with(String otherList, String otherPlace) {
        return new BoardFilter(
                programme,
                otherList,
                otherPlace,
                category,
                unit,
                otherList.equals(list) ? state : "",
                days,
                words,
                null);
    }

    /** Another programme at the same place; its lists, categories and states are its own. */
    BoardFilter of(String otherProgramme, String itsList) {
        return new BoardFilter(otherProgramme, itsList, place, "", "", "", Days.ALL, "", null);
    }

    /** Whether an index serves it; otherwise matters are looked through, so many at a time. */
    boolean plain() {
        return words.isEmpty() && unit.isEmpty() && state.isEmpty() && days.all();
    }

    boolean narrowed() {
        return !place.isEmpty() || !category.isEmpty() || !plain();
    }

    /** Whether it is narrowed by what stands behind "more". */
    boolean closely() {
        return !unit.isEmpty() || !state.isEmpty() || !days.all();
    }
}

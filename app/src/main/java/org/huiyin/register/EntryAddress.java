package org.huiyin.register;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import org.huiyin.org.Reach;
import org.jspecify.annotations.Nullable;

/**
 * How a list of entries is narrowed, as its address says. Whatever cannot be understood narrows nothing.
 *
 * @param exactly only what lies in that very place and in none of its parts
 * @param under the number of the entry they belong to; "" for all
 * @param after where the page begins, {@code 421002001~17}; "" for the first
 */
public record EntryAddress(
        String q, String place, boolean exactly, String kind, String state, String under, String after) {

    private static final int LONGEST_WORDS = 60;

    static EntryAddress of(Map<String, String> parameters) {
        String q = parameters.getOrDefault("q", "").strip();
        String place = parameters.getOrDefault("place", "");
        boolean placed = place.matches("[0-9]{4,21}");
        return new EntryAddress(
                q.length() > LONGEST_WORDS ? q.substring(0, LONGEST_WORDS) : q,
                placed ? place : "",
                placed && "true".equals(parameters.get("exactly")),
                matching(parameters, "kind", "[a-z][a-z0-9-]{0,39}"),
                matching(parameters, "state", "left|void"),
                matching(parameters, "under", "[A-Z]{1,6}-[0-9]{1,9}"),
                matching(parameters, "after", "[0-9]{4,21}~[0-9]{1,9}"));
    }

    private static String matching(Map<String, String> parameters, String name, String form) {
        String value = parameters.getOrDefault(name, "");
        return value.matches(form) ? value : "";
    }

    Entry.State wanted() {
        return state.isEmpty() ? Entry.State.PRESENT : Entry.State.valueOf(state.toUpperCase(Locale.ROOT));
    }

    EntryFilter filter(Register register, Reach reach, @Nullable Long parent, int most) {
        EntryFilter.Row row = null;
        if (!after.isEmpty()) {
            String[] parts = after.split("~", 2);
            row = new EntryFilter.Row(parts[0], Integer.parseInt(parts[1]));
        }
        return new EntryFilter(register.name(), reach, wanted(), place, exactly, null, kind, parent, q, row, most);
    }

    /** The same list from behind this entry on. */
    EntryAddress behind(Entry last) {
        return new EntryAddress(q, place, exactly, kind, state, under, last.place() + "~" + last.number());
    }

    EntryAddress in(String code) {
        return new EntryAddress(q, code, exactly && code.equals(place), kind, state, under, "");
    }

    String path(Register register) {
        String query = query();
        return "/desk/registers/" + register.name() + (query.isEmpty() ? "" : "?" + query);
    }

    public String query() {
        StringJoiner query = new StringJoiner("&");
        add(query, "q", q);
        add(query, "place", place);
        add(query, "exactly", exactly ? "true" : "");
        add(query, "kind", kind);
        add(query, "state", state);
        add(query, "under", under);
        add(query, "after", after);
        return query.toString();
    }

    public boolean narrowed() {
        return !query().isEmpty();
    }

    private static void add(StringJoiner query, String name, String value) {
        if (!value.isEmpty()) {
            query.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }
}

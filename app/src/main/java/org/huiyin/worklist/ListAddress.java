package org.huiyin.worklist;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.matter.Worklist;
import org.jspecify.annotations.Nullable;

/**
 * Which list a clerk looks at, how it is narrowed and where the page begins. All of it stands in the address of the page, so that it can be
 * kept, sent and opened again.
 *
 * @param list the worklist; empty for the one the desk opens with
 * @param trail where the pages gone through began, the present one last; empty on the first
 */
public record ListAddress(String list, String place, String category, String urgency, String text, List<String> trail) {

    static final ListAddress START = new ListAddress("", "", "", "", "", List.of());

    private static final int LONGEST = 60;
    private static final int LONGEST_TRAIL = 40;

    public ListAddress {
        trail = List.copyOf(trail.subList(Math.max(0, trail.size() - LONGEST_TRAIL), trail.size()));
    }

    /** What an address says; whatever it says wrongly is left out. */
    static ListAddress of(Map<String, String> parameters) {
        String trail = parameters.getOrDefault("at", "");
        List<String> pages = new ArrayList<>();
        for (String cursor : trail.length() > 2000 ? new String[0] : trail.split("~")) {
            if (after(cursor) != null) {
                pages.add(cursor);
            }
        }
        return new ListAddress(
                word(parameters, "list"),
                word(parameters, "place"),
                word(parameters, "category"),
                word(parameters, "urgency"),
                text(parameters.getOrDefault("q", "")),
                pages);
    }

    /** Reads what {@link #query} wrote, as forms and saved views carry it. */
    static ListAddress parse(String query) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.length() > 4000 ? new String[0] : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                try {
                    parameters.put(
                            pair.substring(0, equals),
                            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
                } catch (IllegalArgumentException e) {
                    return START; // nothing we wrote
                }
            }
        }
        return of(parameters);
    }

    private static String word(Map<String, String> parameters, String name) {
        String word = parameters.getOrDefault(name, "");
        return word.matches("[a-z0-9-]+(,[a-z0-9-]+)*") && word.length() <= 120 ? word : "";
    }

    private static String text(String typed) {
        String clean = typed.strip().replaceAll("\\p{Cntrl}", "");
        return clean.codePointCount(0, clean.length()) > LONGEST
                ? clean.substring(0, clean.offsetByCodePoints(0, LONGEST))
                : clean;
    }

    Worklist.Query wanted(int limit) {
        return wanted(limit, trail.isEmpty() ? null : after(trail.getLast()));
    }

    Worklist.Query wanted(int limit, Worklist.@Nullable After after) {
        return new Worklist.Query(list, orNull(place), orNull(category), orNull(urgency), orNull(text), after, limit);
    }

    public boolean narrowed() {
        return !(place + category + urgency + text).isEmpty();
    }

    ListAddress of(String otherList) {
        return new ListAddress(otherList, place, category, urgency, text, trail);
    }

    /** The same list, all of it, from the top. */
    public ListAddress whole() {
        return new ListAddress(list, "", "", "", "", List.of());
    }

    public ListAddress top() {
        return new ListAddress(list, place, category, urgency, text, List.of());
    }

    ListAddress older(Worklist.After end) {
        List<String> longer = new ArrayList<>(trail);
        longer.add(cursor(end));
        return new ListAddress(list, place, category, urgency, text, longer);
    }

    ListAddress newer() {
        return new ListAddress(list, place, category, urgency, text, trail.subList(0, trail.size() - 1));
    }

    public String query() {
        List<String> pairs = new ArrayList<>();
        add(pairs, "list", list);
        add(pairs, "place", place);
        add(pairs, "category", category);
        add(pairs, "urgency", urgency);
        add(pairs, "q", text);
        add(pairs, "at", String.join("~", trail));
        return String.join("&", pairs);
    }

    public String path() {
        String query = query();
        return query.isEmpty() ? "/desk" : "/desk?" + query;
    }

    /** The same words among all matters the reader may see. */
    public String everywhere() {
        return "/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The list with one matter open beside it. */
    public String path(String open) {
        return path() + (query().isEmpty() ? "?" : "&") + "open=" + open;
    }

    /** The query as one parameter of another address. */
    public String encoded() {
        return URLEncoder.encode(query(), StandardCharsets.UTF_8);
    }

    private static void add(List<String> pairs, String name, String value) {
        if (!value.isEmpty()) {
            pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static @Nullable String orNull(String value) {
        return value.isEmpty() ? null : value;
    }

    /** A place in a list as an address carries it. */
    static String cursor(Worklist.After after) {
        return Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, after.due()), 36) + "."
                + Long.toString(after.id(), 36);
    }

    /** Null for what is no such place. */
    static Worklist.@Nullable After after(String cursor) {
        if (!cursor.matches("-?[0-9a-z]{1,11}\\.[0-9a-z]{1,9}")) {
            return null;
        }
        int dot = cursor.indexOf('.');
        return new Worklist.After(
                Instant.EPOCH.plus(Long.parseLong(cursor.substring(0, dot), 36), ChronoUnit.MICROS),
                Long.parseLong(cursor.substring(dot + 1), 36));
    }
}

package org.huiyin.search;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was asked for as an address carries it: words, what narrows them, and where the page begins. */
public record SearchAddress(
        String q,
        String list,
        String state,
        String unit,
        String place,
        String category,
        String since,
        String until,
        String channel,
        String after) {

    static final int LONGEST = 100;

    static SearchAddress of(Map<String, String> parameters) {
        return new SearchAddress(
                clean(parameters.getOrDefault("q", "")),
                parameters.getOrDefault("list", ""),
                parameters.getOrDefault("state", ""),
                parameters.getOrDefault("unit", ""),
                parameters.getOrDefault("place", ""),
                parameters.getOrDefault("category", ""),
                parameters.getOrDefault("since", ""),
                parameters.getOrDefault("until", ""),
                parameters.getOrDefault("channel", ""),
                parameters.getOrDefault("after", ""));
    }

    private static String clean(String typed) {
        return typed.replaceAll("\\p{Cntrl}", " ").strip();
    }

    boolean tooLong() {
        return q.codePointCount(0, q.length()) > LONGEST;
    }

    public boolean narrowed() {
        return !(list + state + unit + place + category + since + until + channel).isEmpty();
    }

    /** Whether nothing was asked for yet. */
    public boolean isEmpty() {
        return q.isEmpty() && !narrowed();
    }

    /** The same words, not narrowed. */
    public String whole() {
        return new SearchAddress(q, "", "", "", "", "", "", "", "", "").path();
    }

    /** The same from a place on; from the top for null. */
    String from(@Nullable Cursor cursor) {
        String place = cursor == null ? "" : cursor.toString();
        return new SearchAddress(q, list, state, unit, this.place, category, since, until, channel, place).path();
    }

    String path() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", q);
        parameters.put("list", list);
        parameters.put("state", state);
        parameters.put("unit", unit);
        parameters.put("place", place);
        parameters.put("category", category);
        parameters.put("since", since);
        parameters.put("until", until);
        parameters.put("channel", channel);
        parameters.put("after", after);
        StringBuilder path = new StringBuilder("/search");
        parameters.forEach((name, value) -> {
            if (!value.isEmpty()) {
                path.append(path.indexOf("?") < 0 ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
            }
        });
        return path.toString();
    }
}

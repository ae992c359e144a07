package org.huiyin.frame;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done, as RFC 9457 wants it told. Its words stand in any module's message files: {@code problem.<slug>.title},
 * {@code .why} and {@code .next}; where {@code .why} has gaps for arguments, {@code .about} says the same without them and is what
 * {@code /problems/<slug>} shows. A slug, once published, keeps its meaning.
 *
 * @param arguments fill the gaps of the texts
 * @param why a sentence that replaces {@code .why}, already in the reader's language; null for the text of the slug
 * @param members what the JSON carries besides: {@code errors}, {@code incident}, {@code version} …
 */
public record Problem(
        String slug,
        int status,
        List<Object> arguments,
        @Nullable String why,
        Map<String, Object> members) {

    public Problem {
        arguments = List.copyOf(arguments);
        members = Map.copyOf(members);
    }

    public static Problem of(String slug, int status, Object... arguments) {
        return new Problem(slug, status, List.of(arguments), null, Map.of());
    }

    /** The same with the reason in the definition's own words. */
    public Problem because(String reason) {
        return new Problem(slug, status, arguments, reason, members);
    }

    /** The same with one more JSON member. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(slug, status, arguments, why, more);
    }

    /** The stable address that is its RFC 9457 type. */
    public String type() {
        return "/problems/" + slug;
    }

    public String title(Page page) {
        return page.t(page.texts().has(key("title")) ? key("title") : "problem.refused.title");
    }

    /** What is wrong, and why. */
    public String why(Page page) {
        if (why != null) {
            return why;
        }
        return page.t(page.texts().has(key("why")) ? key("why") : "problem.refused.why", arguments.toArray());
    }

    /** What the reader can do now. */
    public String next(Page page) {
        return page.t(page.texts().has(key("next")) ? key("next") : "problem.refused.next", arguments.toArray());
    }

    private String key(String part) {
        return "problem." + slug + "." + part;
    }
}

package org.huiyin.city;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How one matter is put into words: what is named in it twice is called the same both times. */
final class Wording {

    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    private final Phrases phrases;
    private final RandomGenerator random;
    private final Map<String, String> named = new HashMap<>();

    Wording(Phrases phrases, RandomGenerator random, String village, boolean street) {
        this.phrases = phrases;
        this.random = random;
        named.put("village", village);
        named.put("spots", street ? "spots.street" : "spots.country");
    }

    String title(Topic topic) {
        String title = one(topic.titles());
        boolean somewhere = title.contains("{village}") || title.contains("{estate}") || title.contains("{road}");
        return fill(somewhere || random.nextInt(3) == 0 ? title : "{village}" + title);
    }

    String description(Topic topic) {
        return fill(one(topic.tells()) + phrases.any("since", random) + phrases.any("asks." + topic.kind(), random));
    }

    String answer(Topic topic) {
        String opening = topic.kind().equals("consult") ? "" : phrases.any("openings", random);
        return fill(opening + one(topic.answers()) + phrases.any("endings", random));
    }

    /** Where exactly. */
    String spot() {
        return fill("{spot}");
    }

    /** One of the phrases of that name. */
    String say(String name) {
        return fill(phrases.any(name, random));
    }

    /** From now on {@code {name}} is this. */
    void call(String name, String value) {
        named.put(name, value);
    }

    String fill(String text) {
        Matcher gap = GAP.matcher(text);
        return gap.replaceAll(found -> Matcher.quoteReplacement(word(found.group(1))));
    }

    private String word(String gap) {
        return switch (gap) {
            case "n" -> Integer.toString(2 + random.nextInt(8));
            case "m" -> Integer.toString(12 + random.nextInt(76));
            case "sum" -> Integer.toString((3 + random.nextInt(96)) * 100);
            default -> {
                String known = named.get(gap);
                if (known == null) {
                    known = thing(gap);
                    named.put(gap, known);
                }
                yield known;
            }
        };
    }

    private String thing(String gap) {
        return switch (gap) {
            case "estate" -> phrases.estate(random);
            case "road", "road2" -> phrases.any("roads", random);
            case "spot" -> fill(phrases.any(named.getOrDefault("spots", ""), random));
            case "days" -> Integer.toString(3 + random.nextInt(18));
            case "hour" -> Integer.toString(6 + random.nextInt(6));
            case "month" -> (1 + random.nextInt(12)) + "";
            case "age" -> Integer.toString(71 + random.nextInt(22));
            case "people" -> Integer.toString(3 + random.nextInt(38));
            default -> throw new IllegalArgumentException("nothing is called {" + gap + "}");
        };
    }

    private String one(java.util.List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}

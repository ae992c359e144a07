package org.huiyin.topic;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The title of the message nearest to all others; what happens in many places bears the name of none. */
final class Naming {

    private static final String OWN = "\\p{IsHan}{2,3}?(?<![道公马铁])[路街巷苑庭邸](?![灯面口牌])";

    /** A road or an estate a title begins with. */
    private static final Pattern BEGINNING = Pattern.compile("^" + OWN);

    /** Somebody's own: better a title without. */
    private static final Pattern PARTICULAR = Pattern.compile("[0-9]|" + OWN);

    private Naming() {}

    static String of(List<Message> all, List<Integer> group, Terms terms, boolean everywhere) {
        Map<String, Double> middle = new HashMap<>();
        group.forEach(message -> terms.of(message).forEach((word, weight) -> middle.merge(word, weight, Double::sum)));
        Comparator<Integer> nearer = Comparator.comparingDouble(
                        (Integer message) -> Terms.alike(terms.of(message), middle))
                .thenComparing(Comparator.<Integer>reverseOrder());
        if (!everywhere) {
            return all.get(group.stream().max(nearer).orElseThrow()).title().strip();
        }
        List<String> titles = group.stream()
                .sorted(nearer.reversed())
                .map(message -> general(all.get(message)))
                .toList();
        return titles.stream()
                .filter(title ->
                        !Where.spot(title) && !PARTICULAR.matcher(title).find())
                .findFirst()
                .orElse(titles.getFirst());
    }

    private static String general(Message message) {
        String title = BEGINNING
                .matcher(message.without(message.title()).strip())
                .replaceFirst("")
                .strip();
        return title.isEmpty() ? message.title().strip() : title;
    }
}

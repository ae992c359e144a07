package org.huiyin.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Key;
import org.huiyin.frame.Page;
import org.huiyin.matter.Worklist;

/** The keys of the desk. */
final class Shortcuts {

    private static final Map<String, String> STEPS = Map.of("sign", "s", "dispatch", "d", "urge", "u", "merge", "m");
    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("to-dispatch", "d"),
            Map.entry("to-sign", "s"),
            Map.entry("in-hand", "h"),
            Map.entry("returned", "r"),
            Map.entry("to-review", "v"),
            Map.entry("suspended", "p"),
            Map.entry("to-decide", "e"),
            Map.entry(Worklist.DUE_TODAY, "t"),
            Map.entry(Worklist.NEAR_DUE, "n"),
            Map.entry(Worklist.OVERDUE, "o"),
            Map.entry(Worklist.CO_HANDLING, "c"));

    private Shortcuts() {}

    /** The key of a step; empty for none. */
    static String of(String step) {
        return STEPS.getOrDefault(step, "");
    }

    /** The key pressed after g to go to a list; empty for none. */
    static String toList(String list) {
        return LISTS.getOrDefault(list, "");
    }

    static List<Key> all(Page page, Lists lists) {
        List<Key> keys = new ArrayList<>();
        for (String key : List.of("j", "k", "Enter", "x", "a", "s", "d", "u", "m", "n", "/", "r", "Esc")) {
            keys.add(new Key(key, page.t("worklist.key." + (key.equals("/") ? "search" : key))));
        }
        for (String list : lists.of(page.reader().role())) {
            if (!toList(list).isEmpty()) {
                keys.add(new Key("g " + toList(list), page.t("worklist.key.list", lists.title(page, list))));
            }
        }
        return keys;
    }
}

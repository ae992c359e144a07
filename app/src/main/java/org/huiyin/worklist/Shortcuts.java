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
    private static final Map<String, String> LISTS = Map.of(
            "to-dispatch",
            "d",
            "to-sign",
            "s",
            "in-hand",
            "h",
            "returned",
            "r",
            "to-review",
            "v",
            "suspended",
            "p",
            "to-decide",
            "e",
            Worklist.NEAR_DUE,
            "n",
            Worklist.OVERDUE,
            "o",
            Worklist.CO_HANDLING,
            "c");

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

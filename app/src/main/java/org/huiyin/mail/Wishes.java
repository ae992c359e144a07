package org.huiyin.mail;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.huiyin.notice.Concern;

/** Which messages come by e-mail at once and which once a day; the rest stays in the inbox alone. */
record Wishes(String[] atOnce, String[] daily) {

    /** What people choose among. */
    static final List<Concern> OFFERED =
            Arrays.stream(Concern.values()).filter(one -> one != Concern.DIGEST).toList();

    static final Wishes USUAL = new Wishes(
            keys(List.of(Concern.URGING, Concern.INSTRUMENTS, Concern.NEAR_DUE, Concern.OVERDUE)),
            keys(List.of(Concern.OTHER)));

    /** As a form says it: for each concern {@code at-once}, {@code daily} or anything else for never. */
    static Wishes of(Map<String, String> form) {
        List<Concern> atOnce = new ArrayList<>();
        List<Concern> daily = new ArrayList<>();
        for (Concern one : OFFERED) {
            switch (form.getOrDefault(one.key(), "")) {
                case "at-once" -> atOnce.add(one);
                case "daily" -> daily.add(one);
                default -> {}
            }
        }
        return new Wishes(keys(atOnce), keys(daily));
    }

    private static String[] keys(List<Concern> concerns) {
        return concerns.stream().map(Concern::key).toArray(String[]::new);
    }
}

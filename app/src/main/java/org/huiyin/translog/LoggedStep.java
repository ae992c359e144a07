package org.huiyin.translog;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Step;
import org.huiyin.org.Role;
import org.huiyin.programme.Programme;
import org.jspecify.annotations.Nullable;

/**
 * A step with all the log says of it. Everything here follows from the step's row alone, so that it can be said again at any time.
 *
 * @param identity sealed fields, opened
 * @param files attachment id → SHA-256 of its bytes in hex; empty where nothing is kept under that id
 */
record LoggedStep(Step step, Programme programme, Map<String, Object> identity, Map<String, String> files) {

    /** The list the matter stood on before; null when the step began it. */
    @Nullable
    String from() {
        return step.seq() == 1 ? null : programme.state(step.fromState()).list();
    }

    String to() {
        return programme.state(step.toState()).list();
    }

    boolean moves() {
        return !to().equals(from());
    }

    String matter() {
        return new MatterNumber(step.matter()).toString();
    }

    /** The unit that took the step; 0 when nobody may know: who began a matter would be told by their unit, as a grid worker's is. */
    int unit() {
        return step.seq() == 1 || step.by().role() == Role.RESIDENT
                ? 0
                : step.by().unit();
    }

    /** What the public entry says of when, to the second. */
    static String second(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** The members every open entry has, whoever may read its step. */
    Map<String, Object> place() {
        Map<String, Object> members = new TreeMap<>();
        members.put("matter", matter());
        members.put("sequence", step.seq());
        members.putAll(lists());
        return members;
    }

    /** Between which lists of which programme the step led. */
    Map<String, Object> lists() {
        Map<String, Object> members = new TreeMap<>();
        members.put("programme", programme.name());
        members.put("to", to());
        String from = from();
        if (from != null) {
            members.put("from", from);
        }
        return members;
    }

    /** What the step says apart from what its entry shows in the clear. */
    List<Told> told(Map<String, Object> clear, byte[] seed, TreeHash hash) {
        List<Told> told = new ArrayList<>();
        told.add(Told.salted(seed, Told.CORE, core(), hash));
        told.add(Told.salted(seed, Told.BY, by(), hash));
        step.fields().forEach((name, value) -> {
            if (!same(value, clear.get(name))) {
                told.add(Told.salted(seed, name, value, hash));
            }
        });
        identity.forEach((name, value) -> told.add(Told.salted(seed, name, value, hash)));
        int number = 0;
        for (String id : step.evidence()) {
            List<String> file = List.of(id, files.getOrDefault(id, ""));
            told.add(Told.salted(seed, Told.FILE + ++number, file, hash));
        }
        return told;
    }

    /** Whether two values are written alike: 1.50 and 1.5 are. */
    static boolean same(Object value, @Nullable Object shown) {
        return value.equals(shown) || shown != null && Jcs.of(value).equals(Jcs.of(shown));
    }

    private Map<String, Object> core() {
        Map<String, Object> core = place();
        core.put("version", programme.version());
        core.put("step", step.name());
        core.put("occurred", step.occurredAt().toString());
        core.put("recorded", step.recordedAt().toString());
        if (unit() != 0) {
            core.put("unit", unit());
        }
        return core;
    }

    private Map<String, Object> by() {
        Map<String, Object> by = new TreeMap<>();
        by.put("account", step.by().account());
        by.put("post", step.by().post());
        by.put("unit", step.by().unit());
        by.put("role", step.by().role().name());
        by.put("left", step.fromState());
        by.put("entered", step.toState());
        by.put("round", step.round());
        by.put("key", step.key());
        return by;
    }
}

package org.huiyin.programme;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.calendar.Limit;
import org.huiyin.programme.Programme.StateRule;
import org.huiyin.programme.StepRule.Branch;
import org.huiyin.programme.StepRule.Effects;
import org.huiyin.programme.StepRule.Guard;
import org.huiyin.programme.StepRule.Tone;
import org.huiyin.programme.StepRule.Window;
import org.jspecify.annotations.Nullable;

/** Builds the rules of steps. */
final class StepBuilding {

    private final Map<String, StateRule> states;
    private final Map<String, Field> fields;

    StepBuilding(Map<String, StateRule> states, Map<String, Field> fields) {
        this.states = states;
        this.fields = fields;
    }

    StepRule step(Cursor step) {
        Effects own = effects(step);
        Cursor evidence = step.get("evidence");
        return new StepRule(
                step.key(),
                Building.text(step.get("name")),
                Building.text(step.get("done")),
                ordered(step.get("from").texts()),
                branches(step, own),
                relations(step.get("by")).keySet(),
                onlyIn(step),
                form(step),
                step.get("guards").entries().stream().map(StepBuilding::guard).toList(),
                within(step.get("within")),
                evidence.exists() ? evidence.node().asInt() : 0,
                ordered(step.get("carries-evidence-of").texts()),
                recalls(step),
                own,
                Building.word(Tone.class, step.get("tone").maybeText().orElse("plain")),
                step.get("bulk").isTrue(),
                Building.word(
                        StepRule.Publishing.class,
                        step.get("publishing").maybeText().orElse("none")));
    }

    private List<Branch> branches(Cursor step, Effects own) {
        Cursor to = step.get("to");
        if (to.isText()) {
            return List.of(new Branch(to.text(), null, ending(own, to.text())));
        }
        return to.items().stream().map(branch -> branch(branch, own)).toList();
    }

    private Branch branch(Cursor branch, Effects own) {
        String state = branch.get("state").text();
        Cursor when = branch.get("when");
        return new Branch(
                state, when.exists() ? Conditions.lazy(when.text()) : null, ending(both(own, effects(branch)), state));
    }

    /** A step that leads to an end state ends the matter, without the definition having to say so. */
    private Effects ending(Effects effects, String state) {
        StateRule rule = states.get(state);
        return rule == null || !rule.end() ? effects : both(effects, Effects.ENDING);
    }

    private static Effects effects(Cursor at) {
        return new Effects(
                sets(at.get("sets")),
                Building.names(at.get("starts")),
                Building.names(at.get("stops")),
                Building.names(at.get("pauses")),
                Building.names(at.get("resumes")),
                extend(at.get("extend")),
                at.get("new-round").isTrue(),
                at.get("ending").isTrue(),
                at.get("merge").isTrue(),
                at.get("unmerge").isTrue(),
                at.get("absorbs").node().asInt(0),
                at.get("own-clock").isTrue(),
                at.get("carries").exists() ? at.get("carries").text() : null,
                Building.named(at.get("dues"), Cursor::text));
    }

    private static Effects.@Nullable Extend extend(Cursor at) {
        if (!at.exists()) {
            return null;
        }
        String in = at.get("in").exists() ? at.get("in").text() : "wd";
        return new Effects.Extend(
                at.get("clock").text(),
                at.get("by").text(),
                Limit.parse("1" + in).measure());
    }

    private static Effects both(Effects a, Effects b) {
        return new Effects(
                joined(a.sets(), b.sets()),
                joined(a.starts(), b.starts()),
                joined(a.stops(), b.stops()),
                joined(a.pauses(), b.pauses()),
                joined(a.resumes(), b.resumes()),
                a.extend() != null ? a.extend() : b.extend(),
                a.newRound() || b.newRound(),
                a.ending() || b.ending(),
                a.merge() || b.merge(),
                a.unmerge() || b.unmerge(),
                a.absorbs() != 0 ? a.absorbs() : b.absorbs(),
                a.ownClock() || b.ownClock(),
                b.carries() != null ? b.carries() : a.carries(),
                joined(a.dues(), b.dues()));
    }

    private static List<String> joined(List<String> a, List<String> b) {
        List<String> all = new ArrayList<>(a);
        b.stream().filter(name -> !all.contains(name)).forEach(all::add);
        return List.copyOf(all);
    }

    private static Map<String, String> joined(Map<String, String> a, Map<String, String> b) {
        Map<String, String> all = new LinkedHashMap<>(a);
        all.putAll(b);
        return Collections.unmodifiableMap(all);
    }

    private static Map<String, String> sets(Cursor sets) {
        Map<String, String> all = new LinkedHashMap<>();
        sets.texts().forEach(same -> all.put(same, same));
        sets.entries().forEach(entry -> all.put(entry.key(), entry.text()));
        return Collections.unmodifiableMap(all);
    }

    private static Map<Relation, List<String>> relations(Cursor by) {
        Map<Relation, List<String>> relations = new LinkedHashMap<>();
        by.texts().forEach(name -> relations.put(Building.word(Relation.class, name), List.of("any")));
        by.entries()
                .forEach(entry -> relations.put(
                        Building.word(Relation.class, entry.key()),
                        entry.each().map(Cursor::text).toList()));
        return Collections.unmodifiableMap(relations);
    }

    private static Map<Relation, Set<String>> onlyIn(Cursor step) {
        return relations(step.get("by")).entrySet().stream()
                .filter(entry -> !entry.getValue().contains("any"))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, entry -> Set.copyOf(entry.getValue())));
    }

    private Form form(Cursor step) {
        List<Field> form = new ArrayList<>();
        step.get("needs").texts().forEach(name -> form.add(field(name, true)));
        step.get("takes").texts().forEach(name -> form.add(field(name, false)));
        return form.isEmpty() ? Form.NONE : new Form(form);
    }

    private Field field(String name, boolean required) {
        Field field = fields.get(name);
        if (field == null) {
            throw new IllegalStateException("No field " + name);
        }
        return required ? field.asRequired() : field;
    }

    private static Set<String> recalls(Cursor step) {
        Set<String> steps = new LinkedHashSet<>(step.get("carries-evidence-of").texts());
        step.get("guards")
                .entries()
                .forEach(guard ->
                        steps.addAll(Conditions.recalled(guard.get("must").text())));
        step.get("to")
                .items()
                .forEach(branch ->
                        steps.addAll(Conditions.recalled(branch.get("when").text())));
        return Collections.unmodifiableSet(steps);
    }

    private static Guard guard(Cursor guard) {
        return new Guard(Conditions.lazy(guard.get("must").text()), guard.key(), Building.text(guard));
    }

    private static @Nullable Window within(Cursor within) {
        return within.exists()
                ? new Window(
                        ordered(within.get("after").texts()),
                        within.get("from").exists()
                                ? Limit.parse(within.get("from").text())
                                : null,
                        Limit.parse(within.get("limit").text()),
                        Building.text(within))
                : null;
    }

    private static Set<String> ordered(List<String> names) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }
}

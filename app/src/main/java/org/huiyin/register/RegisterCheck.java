package org.huiyin.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.programme.Cursor;
import org.huiyin.programme.Problems;

/** What a schema cannot say: whether the names a definition speaks of exist, and whether it keeps private what is private. */
final class RegisterCheck {

    private static final Set<String> IDENTIFYING =
            Set.of("text", "phone", "integer", "choice", "unit", "place", "date");

    private final Cursor root;
    private final Problems problems;

    RegisterCheck(Cursor root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    Cursor root() {
        return root;
    }

    Problems problems() {
        return problems;
    }

    void check(String folder) {
        String name = root.get("register").text();
        if (!folder.isEmpty() && !name.equals(folder)) {
            problems.add(root.get("register"), "name-of-folder", name, folder);
        }
        Collection<String> fields = root.get("fields").keys();
        root.get("fields").entries().forEach(this::field);
        Cursor title = root.get("title");
        problems.unknown(title, "unknown-field", title.text(), fields);
        Cursor named = root.get("fields").get(title.text());
        if (named.exists()
                && (!named.get("type").text().equals("text")
                        || !named.get("required").isTrue())) {
            problems.add(title, "register-title", title.text());
        }
        once(root.get("identity"), fields);
        root.get("once").entries().forEach(one -> once(one, fields));
        Cursor tallied = root.get("tallied-by");
        if (tallied.exists()) {
            problems.unknown(tallied, "unknown-field", tallied.text(), fields);
            Cursor field = root.get("fields").get(tallied.text());
            boolean open = !field.get("seen").text().equals("sealed");
            if (field.exists() && !(field.get("type").text().equals("choice") && open)) {
                problems.add(tallied, "register-tallied", tallied.text());
            }
        }
    }

    private void once(Cursor rule, Collection<String> fields) {
        for (Cursor field : rule.get("of").items()) {
            problems.unknown(field, "unknown-field", field.text(), fields);
            String type = root.get("fields").get(field.text()).get("type").text();
            if (!type.isEmpty() && !IDENTIFYING.contains(type)) {
                problems.add(field, "register-once", field.text());
            }
        }
    }

    private void field(Cursor field) {
        if (EntryForm.OWN.contains(field.key())) {
            problems.add(field, "register-reserved", field.key());
        }
        boolean chooses = field.get("type").text().startsWith("choice");
        if (chooses != field.get("choices").exists()) {
            problems.add(
                    field,
                    chooses ? "choices-missing" : "choices-unasked",
                    field.get("type").text());
        }
        if (root.get("strict").isTrue() && field.get("seen").text().equals("public")) {
            problems.add(field.get("seen"), "register-strict", field.key());
        }
    }

    /** What only all of them together can show: prefixes used twice, parents that are not there, registers that lie in each other. */
    void among(List<Register> registers) {
        Map<String, Register> byName = new HashMap<>();
        registers.forEach(one -> byName.put(one.name(), one));
        String own = root.get("register").text();
        for (Register other : registers) {
            if (!other.name().equals(own)
                    && other.prefix().equals(root.get("prefix").text())) {
                problems.add(root.get("prefix"), "register-prefix", other.prefix(), other.name());
            }
        }
        for (Cursor parent : root.get("parent").get("of").items()) {
            problems.unknown(parent, "register-parent", parent.text(), byName.keySet());
            if (!parent.text().equals(own)
                    && above(parent.text(), byName, new HashSet<>()).contains(own)) {
                problems.add(parent, "register-circle", own, parent.text());
            }
        }
    }

    private static Set<String> above(String name, Map<String, Register> byName, Set<String> seen) {
        Register register = byName.get(name);
        if (register != null) {
            register.parents().stream().filter(seen::add).forEach(parent -> above(parent, byName, seen));
        }
        return seen;
    }
}

package org.huiyin.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huiyin.org.Role;
import org.huiyin.programme.Building;
import org.huiyin.programme.Cursor;
import org.huiyin.programme.Field;
import org.huiyin.programme.Form;
import org.huiyin.programme.Text;

/** Builds a register from a definition that was found right. */
final class RegisterBuilding {

    private static final Set<Role> STAFF = EnumSet.of(
            Role.GRID_WORKER, Role.DISPATCHER, Role.HANDLER, Role.UNIT_HEAD, Role.SUPERVISOR, Role.LEADER, Role.ADMIN);

    private RegisterBuilding() {}

    static Register register(Cursor root) {
        Map<String, Register.Seen> seen = new LinkedHashMap<>();
        root.get("fields").entries().forEach(field -> seen.put(field.key(), seen(field)));
        Cursor parent = root.get("parent");
        return new Register(
                root.get("register").text(),
                Building.text(root.get("name")),
                Building.text(root.get("one")),
                root.get("prefix").text(),
                root.get("strict").isTrue(),
                root.get("people").isTrue(),
                root.get("title").text(),
                new Form(root.get("fields").entries().stream()
                        .map(RegisterBuilding::field)
                        .toList()),
                seen,
                once(root),
                parent.get("of").texts(),
                parent.get("required").isTrue(),
                root.get("tallied-by").maybeText().orElse(null),
                Building.named(root.get("exits"), Building::text),
                grants(root.get("reads")),
                grants(root.get("edits")),
                root.get("kept-years").node().asInt(0));
    }

    /** In the order their definitions ask for, then by name. */
    static List<Register> ordered(List<Register> registers) {
        return registers.stream().sorted(Comparator.comparing(Register::prefix)).toList();
    }

    private static List<Register.Once> once(Cursor root) {
        List<Register.Once> all = new ArrayList<>();
        Cursor identity = root.get("identity");
        if (identity.exists()) {
            all.add(new Register.Once(
                    "identity", Building.text(identity), identity.get("of").texts(), true));
        }
        root.get("once")
                .entries()
                .forEach(one -> all.add(new Register.Once(
                        one.key(), Building.text(one), one.get("of").texts(), false)));
        return all;
    }

    private static Register.Seen seen(Cursor field) {
        return Building.word(Register.Seen.class, field.get("seen").maybeText().orElse("staff"));
    }

    private static Field field(Cursor field) {
        Text title = Building.text(field.get("name"));
        Cursor unit = field.get("unit");
        return new Field(
                field.key(),
                unit.exists()
                        ? new Text(
                                title.zh() + "（" + unit.get("zh").text() + "）",
                                title.en() + " (" + unit.get("en").text() + ")")
                        : title,
                field.get("hint").exists() ? Building.text(field.get("hint")) : null,
                Building.word(Field.Type.class, field.get("type").text()),
                field.get("required").isTrue(),
                Building.number(field.get("min")),
                Building.number(field.get("max")),
                field.get("choices").entries().stream()
                        .map(choice -> new Field.Choice(choice.key(), Building.text(choice)))
                        .toList(),
                switch (seen(field)) {
                    case PUBLIC -> Field.Seen.PUBLIC;
                    case STAFF, HANDLERS -> Field.Seen.HANDLERS;
                    case SEALED -> Field.Seen.SEALED;
                },
                false);
    }

    /** {@code grid-worker of place}, {@code staff everywhere}. */
    private static List<Register.Grant> grants(Cursor written) {
        return written.texts().stream().map(RegisterBuilding::grant).toList();
    }

    private static Register.Grant grant(String written) {
        List<String> words = Arrays.asList(written.split(" "));
        Set<Role> roles =
                words.getFirst().equals("staff") ? STAFF : Set.of(Building.word(Role.class, words.getFirst()));
        return new Register.Grant(roles, Register.Within.valueOf(words.getLast().toUpperCase(Locale.ROOT)));
    }
}

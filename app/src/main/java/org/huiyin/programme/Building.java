package org.huiyin.programme;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.huiyin.calendar.Limit;
import org.huiyin.programme.Programme.Category;
import org.huiyin.programme.Programme.ClockRule;
import org.huiyin.programme.Programme.Desk;
import org.huiyin.programme.Programme.ListRule;
import org.huiyin.programme.Programme.Share;
import org.huiyin.programme.Programme.StateRule;
import org.jspecify.annotations.Nullable;

/** Builds what a definition that was found right says; other modules build theirs from the same bricks. */
public final class Building {

    private Building() {}

    static Programme programme(Cursor root) {
        Map<String, StateRule> states = named(root.get("states"), Building::state);
        Map<String, Field> fields = named(root.get("fields"), field -> field(field, root.get("categories")));
        StepBuilding steps = new StepBuilding(states, fields);
        return new Programme(
                root.get("programme").text(),
                root.get("version").node().asInt(),
                LocalDate.parse(root.get("effective-from").text()),
                text(root.get("name")),
                named(
                        root.get("lists"),
                        list -> new ListRule(
                                list.key(), text(list), list.get("open").isTrue())),
                named(root.get("categories"), Building::category),
                states,
                named(root.get("steps"), steps::step),
                named(root.get("clocks"), Building::clock),
                new Publicity(named(root.get("publicity"), Building::publicity)),
                named(root.get("origins"), Building::origin));
    }

    public static Text text(Cursor at) {
        return new Text(at.get("zh").text(), at.get("en").text());
    }

    public static <E extends Enum<E>> E word(Class<E> words, String written) {
        return Enum.valueOf(words, written.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    public static <T> Map<String, T> named(Cursor mapping, Function<Cursor, T> one) {
        Map<String, T> all = new LinkedHashMap<>();
        mapping.entries().forEach(entry -> all.put(entry.key(), one.apply(entry)));
        return java.util.Collections.unmodifiableMap(all);
    }

    private static Category category(Cursor category) {
        return new Category(category.key(), text(category), orNull(category.get("unit")));
    }

    private static Publicity.OfCategory publicity(Cursor category) {
        return category.isText()
                ? Publicity.OfCategory.COUNTS
                : new Publicity.OfCategory(false, named(category, seen -> word(Field.Seen.class, seen.text())));
    }

    private static Programme.Origin origin(Cursor origin) {
        return new Programme.Origin(
                origin.key(),
                origin.get("step").text(),
                named(origin.get("fields"), Cursor::text),
                named(origin.get("with"), Cursor::text),
                origin.get("usual").isTrue());
    }

    private static StateRule state(Cursor state) {
        return new StateRule(
                state.key(),
                text(state),
                state.get("list").text(),
                word(Desk.class, state.get("desk").maybeText().orElse("nobody")),
                orNull(state.get("worklist")),
                state.get("end").isTrue());
    }

    private static Field field(Cursor field, Cursor categories) {
        Cursor choices = field.get("choices").isText() ? categories : field.get("choices");
        return new Field(
                field.key(),
                text(field.get("name")),
                field.get("hint").exists() ? text(field.get("hint")) : null,
                word(Field.Type.class, field.get("type").text()),
                false,
                number(field.get("min")),
                number(field.get("max")),
                choices.entries().stream()
                        .map(choice -> new Field.Choice(choice.key(), text(choice)))
                        .toList(),
                word(Field.Seen.class, field.get("seen").maybeText().orElse("handlers")),
                field.get("import-only").isTrue());
    }

    private static ClockRule clock(Cursor clock) {
        Cursor written = clock.get("limit");
        Map<String, Limit> limit = written.isText()
                ? Map.of("*", Limit.parse(written.text()))
                : named(written, one -> Limit.parse(one.text()));
        String share = clock.get("co-handlers").text();
        return new ClockRule(
                clock.key(),
                text(clock),
                limit,
                share.isEmpty() ? null : share(share),
                clock.get("judged").isTrue(),
                clock.get("outlasts").isTrue(),
                clock.get("lapse").maybeText().orElse(null),
                clock.get("calendar").maybeText().orElse(ClockRule.OF_LEAD));
    }

    private static Share share(String written) {
        int[] parts =
                Arrays.stream(written.split("/")).mapToInt(Integer::parseInt).toArray();
        return new Share(parts[0], parts[1]);
    }

    private static @Nullable String orNull(Cursor at) {
        return at.exists() ? at.text() : null;
    }

    public static @Nullable Long number(Cursor at) {
        return at.node().isNumber() ? at.node().asLong() : null;
    }

    static List<String> names(Cursor at) {
        return List.copyOf(at.texts());
    }
}

package org.huiyin.open311;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.huiyin.programme.Field;
import org.huiyin.programme.Field.Seen;
import org.huiyin.programme.Field.Type;
import org.huiyin.programme.Form;
import org.huiyin.programme.Text;
import org.junit.jupiter.api.Test;

class AttributesTest {

    private static final List<Field.Choice> CHOICES =
            List.of(new Field.Choice("a", new Text("甲", "A")), new Field.Choice("b", new Text("乙", "B")));

    @Test
    void every_type_of_field_has_a_datatype_of_the_specification() {
        assertThat(Type.values())
                .extracting(Attributes::datatype)
                .containsOnly("string", "number", "datetime", "text", "singlevaluelist", "multivaluelist");
    }

    @Test
    void posted_values_of_every_datatype_are_what_the_form_takes() {
        Form form = new Form(List.of(
                field("name", Type.TEXT),
                field("count", Type.INTEGER),
                field("weight", Type.NUMBER),
                field("day", Type.DATE),
                field("moment", Type.INSTANT),
                field("story", Type.LONG_TEXT),
                field("one", Type.CHOICE),
                field("sure", Type.TRUTH),
                field("many", Type.CHOICES)));
        Map<String, List<String>> posted = Map.of(
                "name", List.of("王"),
                "count", List.of("3"),
                "weight", List.of("1.5"),
                "day", List.of("2026-03-03T08:00:00+08:00"),
                "moment", List.of("2026-03-03T08:00:00+08:00"),
                "story", List.of("一\n二"),
                "one", List.of("a"),
                "sure", List.of("true"),
                "many", List.of("a", "b"));

        Form.Checked checked = form.check(
                Map.ofEntries(Attributes.of(form).stream()
                        .map(field -> Map.entry(
                                field.name(), Attributes.read(field, posted.getOrDefault(field.name(), List.of()))))
                        .toArray(Map.Entry[]::new)),
                false,
                LocalDate.of(2026, 3, 3));

        assertThat(checked.errors()).isEmpty();
        assertThat(checked.values())
                .containsEntry("day", "2026-03-03")
                .containsEntry("moment", "2026-03-03T00:00:00Z")
                .containsEntry("count", 3L)
                .containsEntry("many", List.of("a", "b"));
    }

    @Test
    void what_identifies_a_person_and_what_has_an_argument_of_its_own_is_no_attribute() {
        Form form = new Form(List.of(
                field("description", Type.LONG_TEXT),
                field("place", Type.PLACE),
                new Field(
                        "who", new Text("谁", "Who"), null, Type.TEXT, false, null, null, List.of(), Seen.SEALED, false),
                new Field(
                        "old",
                        new Text("旧", "Old"),
                        null,
                        Type.TEXT,
                        false,
                        null,
                        null,
                        List.of(),
                        Seen.PUBLIC,
                        true)));

        assertThat(Attributes.of(form)).isEmpty();
    }

    private static Field field(String name, Type type) {
        return new Field(name, new Text(name, name), null, type, true, null, null, CHOICES, Seen.PUBLIC, false);
    }
}

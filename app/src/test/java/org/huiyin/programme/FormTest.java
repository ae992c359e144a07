package org.huiyin.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.programme.Field.Choice;
import org.huiyin.programme.Field.Seen;
import org.huiyin.programme.Field.Type;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);
    private static final Text NAME = new Text("名称", "Name");
    private static final List<Choice> CHOICES = List.of(new Choice("yes", NAME), new Choice("no", NAME));

    private static Field field(Type type, @Nullable Long minimum, @Nullable Long maximum) {
        return new Field("x", NAME, null, type, false, minimum, maximum, CHOICES, Seen.PUBLIC, false);
    }

    private static Form.Checked check(Field field, Object value) {
        return new Form(List.of(field)).check(Map.of("x", value), false, TODAY);
    }

    /** CSV cannot hold what a hostile form can. */
    private static String unescaped(String written) {
        return Pattern.compile("\\\\u([0-9A-F]{4})")
                .matcher(written.replace("\\n", "\n"))
                .replaceAll(m -> Matcher.quoteReplacement(Character.toString((char) Integer.parseInt(m.group(1), 16))));
    }

    private static String slug(Field field, Object value) {
        List<FieldError> errors = check(field, value).errors();
        return errors.isEmpty() ? "" : errors.getFirst().slug();
    }

    @Test
    void values_are_kept_typed_and_tidy() {
        assertThat(check(field(Type.TEXT, null, null), "  e\u0301t\u00e9 ").values())
                .containsEntry("x", "été");
        assertThat(check(field(Type.LONG_TEXT, null, null), "一\r\n二\r三").values())
                .containsEntry("x", "一\n二\n三");
        assertThat(check(field(Type.PHONE, null, null), "０７１６-888 8888").values())
                .containsEntry("x", "07168888888");
        assertThat(check(field(Type.INTEGER, null, null), " ５ ").values()).containsEntry("x", 5L);
        assertThat(check(field(Type.INTEGER, null, null), 5.0).values()).containsEntry("x", 5L);
        assertThat(check(field(Type.NUMBER, null, null), "2.50").values()).containsEntry("x", new BigDecimal("2.5"));
        assertThat(check(field(Type.TRUTH, null, null), "on").values()).containsEntry("x", true);
        assertThat(check(field(Type.DATE, null, null), "2026年3月5日").values()).containsEntry("x", "2026-03-05");
        assertThat(check(field(Type.INSTANT, null, null), "2026-03-05T08:00:00+08:00")
                        .values())
                .containsEntry("x", "2026-03-05T00:00:00Z");
        assertThat(check(field(Type.CHOICE, null, null), "yes").values()).containsEntry("x", "yes");
        assertThat(check(field(Type.CHOICES, null, null), List.of("no", "yes", "no"))
                        .values())
                .containsEntry("x", List.of("no", "yes"));
        assertThat(check(field(Type.UNIT, null, null), "42").values()).containsEntry("x", 42L);
        assertThat(check(field(Type.UNITS, null, null), List.of(3, "4", "")).values())
                .containsEntry("x", List.of(3L, 4L));
        assertThat(check(field(Type.MATTER, null, null), "2026-0000123-k").values())
                .containsEntry("x", "2026-0000123-K");
        assertThat(check(field(Type.POSITION, null, null), Map.of("latitude", 30.335, "longitude", 112.239))
                        .values())
                .containsEntry("x", "30.335000,112.239000");
    }

    @ParameterizedTest(name = "{0} {1} → {2}")
    @CsvSource(delimiter = '|', textBlock = """
            TEXT | a\\u0000b | control-character
            TEXT | a\\u202Eb | bidi-character
            TEXT | a\\u2067b | bidi-character
            TEXT | a\\uD800b | broken-text
            TEXT | a\\nb | one-line-only
            LONG_TEXT | a\\u0007b | control-character
            PHONE | call me | not-a-phone
            PHONE | 123 | not-a-phone
            INTEGER | 5.5 | not-an-integer
            INTEGER | 99999999999999999999 | not-an-integer
            NUMBER | 1e9 | not-a-number
            NUMBER | NaN | not-a-number
            TRUTH | maybe | not-a-truth
            DATE | 0000-01-01 | date-out-of-range
            DATE | 9999-12-31 | date-out-of-range
            DATE | 2026-02-30 | no-such-day
            DATE | soon | not-a-date
            INSTANT | 2026-01-01 | not-an-instant
            INSTANT | 0000-01-01T00:00:00Z | date-out-of-range
            CHOICE | perhaps | unknown-choice
            CHOICES | perhaps | unknown-choice
            UNIT | -1 | not-a-unit
            UNIT | 99999999999 | not-a-unit
            PLACE | ../etc | not-a-place
            MATTER | a or 1=1 | not-a-matter
            POSITION | 91,0 | not-a-position
            POSITION | here | not-a-position
            """)
    void what_does_not_fit_is_refused_by_name(Type type, String written, String slug) {
        assertThat(slug(field(type, null, null), unescaped(written))).isEqualTo(slug);
    }

    @ParameterizedTest
    @EnumSource(Type.class)
    void no_type_takes_a_nested_object(Type type) {
        assertThat(slug(field(type, null, null), Map.of("a", Map.of("b", 1)))).isNotEmpty();
    }

    @Test
    void lengths_count_characters_and_not_bytes() {
        Field four = field(Type.TEXT, 2L, 4L);

        assertThat(slug(four, "😀😀😀😀")).isEmpty();
        assertThat(check(four, "一二三四五").errors()).containsExactly(new FieldError("x", "too-long", List.of(4L, 5L)));
        assertThat(slug(four, "一")).isEqualTo("too-short");
        assertThat(slug(four, "x".repeat(1_000_000))).isEqualTo("too-long");
    }

    @Test
    void dates_are_bounded_by_days_from_today() {
        Field soon = field(Type.DATE, 1L, 90L);

        assertThat(slug(soon, "2026-03-01")).isEqualTo("date-too-early");
        assertThat(slug(soon, "2026-05-30")).isEmpty();
        assertThat(check(soon, "2026-05-31").errors())
                .containsExactly(new FieldError("x", "date-too-late", List.of("2026-05-30")));
    }

    @Test
    void what_is_missing_unknown_or_for_imports_only_is_refused() {
        Field needed = field(Type.TEXT, null, null).asRequired();
        Field recorded = new Field("y", NAME, null, Type.TEXT, false, null, null, List.of(), Seen.PUBLIC, true);
        Form form = new Form(List.of(needed, recorded));
        Map<String, Object> raw = new HashMap<>(Map.of("x", " \u200b ", "y", "1", "xx", "?"));

        Form.Checked checked = form.check(raw, false, TODAY);

        assertThat(checked.errors())
                .containsExactly(
                        new FieldError("x", "required", List.of()),
                        new FieldError("y", "import-only", List.of()),
                        new FieldError("xx", "unknown-field-meant", List.of("x")));
        assertThat(form.check(Map.of("x", "a", "y", "b"), true, TODAY).errors()).isEmpty();
    }

    @Test
    void every_error_can_be_said_in_both_languages() {
        FieldError error = new FieldError("x", "too-long", List.of(4L, 5L));

        assertThat(error.text(Locale.CHINESE)).isEqualTo("最多写4个字，现在是5个，请精简。");
        assertThat(error.text(Locale.ENGLISH)).startsWith("Write at most 4 characters");
    }
}

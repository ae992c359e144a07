package org.huiyin.sheet;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Page;
import org.huiyin.frame.Texts;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Field;
import org.huiyin.programme.Form;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The fields of a programme's forms as columns of a table. */
@Component
public class FieldCells {

    private static final int CHOSEN_FROM = 400;

    private final Organisation organisation;
    private final Texts texts;

    FieldCells(Organisation organisation, Texts texts) {
        this.organisation = organisation;
        this.texts = texts;
    }

    /** How a field's column is called. */
    public static String key(String field) {
        return "field:" + field;
    }

    public Heading heading(Field field) {
        return new Heading(
                key(field.name()), field.title(), kind(field), field.required(), note(field), choices(field));
    }

    private static Column.Kind kind(Field field) {
        return switch (field.type()) {
            case LONG_TEXT -> Column.Kind.LONG_TEXT;
            case PHONE, MATTER -> Column.Kind.CODE;
            case INTEGER, NUMBER -> Column.Kind.NUMBER;
            case DATE -> Column.Kind.DATE;
            case INSTANT -> Column.Kind.TIME;
            case TEXT, TRUTH, CHOICE, CHOICES, UNIT, UNITS, PLACE, POSITION, TRACK -> Column.Kind.TEXT;
        };
    }

    private Text note(Field field) {
        Text hint = field.hint() == null ? Heading.NOTHING : field.hint();
        String how = switch (field.type()) {
            case PLACE -> "sheet.note.place";
            case UNIT -> "sheet.note.unit";
            case UNITS, CHOICES -> "sheet.note.several";
            case POSITION -> "sheet.note.position";
            default -> "";
        };
        if (how.isEmpty()) {
            return hint;
        }
        return new Text(
                (hint.zh() + "\n" + texts.pattern(Locale.CHINESE, how)).strip(),
                (hint.en() + "\n" + texts.pattern(Locale.ENGLISH, how)).strip());
    }

    private List<Heading.Choice> choices(Field field) {
        return switch (field.type()) {
            case CHOICE ->
                field.choices().stream()
                        .map(choice -> new Heading.Choice(choice.value(), choice.title()))
                        .toList();
            case TRUTH ->
                List.of(
                        new Heading.Choice("true", Heading.text(texts, "sheet.yes")),
                        new Heading.Choice("false", Heading.text(texts, "sheet.no")));
            default -> List.of();
        };
    }

    /** Every active unit to choose from, while the list is short enough to be chosen from. */
    public List<Heading.Choice> units(Locale locale) {
        List<String> names = new UnitNames(organisation.units(), locale).all();
        return names.size() > CHOSEN_FROM
                ? List.of()
                : names.stream()
                        .map(name -> new Heading.Choice(name, new Text(name, name)))
                        .toList();
    }

    public Reading reading(Page page) {
        return new Reading(page);
    }

    /** Reads rows for one reader; made once for a table. */
    public final class Reading {

        private final Page page;
        private final UnitNames units;
        private final PlaceNames places;

        private Reading(Page page) {
            this.page = page;
            this.units = new UnitNames(organisation.units(), page.locale());
            this.places = new PlaceNames(organisation.places());
        }

        /** The values of a form as {@link Form#check} takes them; what cannot be read is noted where it stands. */
        public Map<String, Object> read(Given given, Form form) {
            Map<String, Object> raw = new LinkedHashMap<>();
            for (Field field : form.fields()) {
                Object value = value(given, key(field.name()), field);
                if (value != null) {
                    raw.put(field.name(), value);
                }
            }
            return raw;
        }

        private @Nullable Object value(Given given, String key, Field field) {
            if (!given.has(key)) {
                return null;
            }
            return switch (field.type()) {
                case TEXT, LONG_TEXT, PHONE, MATTER, POSITION, TRACK -> given.text(key);
                case INTEGER, NUMBER -> {
                    var number = given.number(key);
                    yield number == null ? null : number.toPlainString();
                }
                case TRUTH -> given.truth(key);
                case DATE -> {
                    var day = given.day(key);
                    yield day == null ? null : day.toString();
                }
                case INSTANT -> {
                    var moment = given.moment(key);
                    yield moment == null
                            ? null
                            : moment.atZone(Formats.ZONE).toInstant().toString();
                }
                case CHOICE -> given.choice(key);
                case CHOICES -> parts(given, key).toList();
                case UNIT -> unit(given, key, given.text(key));
                case UNITS -> units(given, key);
                case PLACE -> place(given, key);
            };
        }

        private static Stream<String> parts(Given given, String key) {
            return Stream.of(given.text(key).split("[、,，;；\n]+"))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty());
        }

        /** Several units in one cell, with commas between. */
        public List<Long> units(Given given, String key) {
            List<Long> found = new ArrayList<>();
            parts(given, key).forEach(part -> {
                Long unit = unit(given, key, part);
                if (unit != null) {
                    found.add(unit);
                }
            });
            return found;
        }

        /** The unit a text means; null, and noted, when it means none or several. */
        public @Nullable Long unit(Given given, String key, String text) {
            Set<Integer> found = units.find(text);
            if (found.size() == 1) {
                return found.iterator().next().longValue();
            }
            if (text.isEmpty()) {
                return null;
            }
            if (found.isEmpty()) {
                List<String> like = units.like(text);
                given.fault(
                        key,
                        "sheet.fault.no-unit",
                        like.isEmpty() ? "" : page.t("sheet.meant", String.join("、", like)));
            } else {
                given.fault(key, "sheet.fault.several-units");
            }
            return null;
        }

        /** The code of the place a cell means; null, and noted, when it means none or several. */
        public @Nullable String place(Given given, String key) {
            String text = given.text(key);
            List<String> found = places.find(text);
            if (found.size() == 1) {
                return found.getFirst();
            }
            if (!text.isEmpty()) {
                given.fault(key, found.isEmpty() ? "sheet.fault.no-place" : "sheet.fault.several-places");
            }
            return null;
        }
    }
}

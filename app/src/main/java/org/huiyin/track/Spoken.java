package org.huiyin.track;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Places;
import org.huiyin.org.Units;
import org.huiyin.programme.Field;

/** Says the value of a field in the reader's words, as it is: what is blanked or left out for them was decided before. */
public record Spoken(Page page, Units units, Places places) {

    public String say(Field field, Object value) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT, PHONE, MATTER, POSITION, TRACK -> String.valueOf(value);
            case INTEGER -> page.number(((Number) value).longValue());
            case NUMBER -> page.formats().number(((Number) value).doubleValue(), 2);
            case TRUTH -> page.t(Boolean.TRUE.equals(value) ? "frame.yes" : "frame.no");
            case DATE -> page.date(LocalDate.parse(String.valueOf(value)));
            case INSTANT -> page.time(Instant.parse(String.valueOf(value)));
            case CHOICE -> choice(field, value);
            case CHOICES -> each(value, one -> choice(field, one));
            case UNIT -> unit(value);
            case UNITS -> each(value, this::unit);
            case PLACE -> place(String.valueOf(value));
        };
    }

    public String place(String code) {
        return places.path(code, page.locale());
    }

    public String unit(Object id) {
        return units.name(((Number) id).intValue(), page.locale());
    }

    String number(long id) {
        return new MatterNumber(id).toString();
    }

    private String choice(Field field, Object value) {
        return field.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(choice -> page.t(choice.title()))
                .findFirst()
                .orElse(String.valueOf(value));
    }

    private String each(Object values, java.util.function.Function<Object, String> one) {
        String comma = page.locale().getLanguage().equals("en") ? ", " : "、";
        return ((List<?>) values).stream().map(one).collect(Collectors.joining(comma));
    }
}

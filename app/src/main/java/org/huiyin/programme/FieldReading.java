package org.huiyin.programme;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one given value as its field wants it. */
final class FieldReading {

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/年](\\d{1,2})[-/月](\\d{1,2})日?");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d{5,20}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,10})?");
    private static final Pattern PLACE = Pattern.compile("[0-9A-Za-z][0-9A-Za-z.-]{0,39}");
    private static final Pattern MATTER = Pattern.compile("[0-9A-Z][0-9A-Z-]{0,29}");
    /** Years an instant may lie in: those the working calendar knows. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2099;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 12, 31);
    private static final long TEXT_LENGTH = 200;
    private static final long LONG_TEXT_LENGTH = 10_000;
    private static final long MOST_OF_A_LIST = 50;

    private final LocalDate today;

    FieldReading(LocalDate today) {
        this.today = today;
    }

    /** What a given value comes to. */
    sealed interface Reading {}

    record Value(Object value) implements Reading {}

    record Wrong(String slug, List<Object> args) implements Reading {}

    Reading read(Field field, Object given) {
        return switch (field.type()) {
            case TEXT -> text(field, given, false);
            case LONG_TEXT -> text(field, given, true);
            case PHONE -> matching(given, PHONE, "not-a-phone", s -> s.replaceAll("[\\s()-]", ""));
            case INTEGER, NUMBER -> number(field, given);
            case TRUTH -> truth(given);
            case DATE -> date(field, given);
            case INSTANT -> instant(given);
            case CHOICE -> choice(field, given);
            case CHOICES -> each(field, given, one -> choice(field, one));
            case UNIT -> unit(given);
            case UNITS -> each(field, given, FieldReading::unit);
            case PLACE -> matching(given, PLACE, "not-a-place", s -> s);
            case MATTER -> matching(given, MATTER, "not-a-matter", String::toUpperCase);
            case POSITION -> position(given);
            case TRACK -> track(given);
        };
    }

    private static Reading text(Field field, Object given, boolean lines) {
        if (!(given instanceof String raw)) {
            return wrong("wrong-type");
        }
        long most = field.maximum() == null ? (lines ? LONG_TEXT_LENGTH : TEXT_LENGTH) : field.maximum();
        if (raw.length() > 4 * most + 1000) {
            return wrong("too-long", most, (long) raw.codePointCount(0, raw.length()));
        }
        String text = Characters.normal(raw);
        String forbidden = Characters.forbidden(text, lines);
        if (!forbidden.isEmpty()) {
            return wrong(forbidden);
        }
        long length = text.codePointCount(0, text.length());
        if (length > most) {
            return wrong("too-long", most, length);
        }
        Long least = field.minimum();
        return least != null && length < least ? wrong("too-short", least, length) : new Value(text);
    }

    private static Reading matching(Object given, Pattern pattern, String slug, Function<String, String> tidy) {
        if (!(given instanceof String raw) || raw.length() > 200) {
            return wrong(slug);
        }
        String tidied = tidy.apply(Characters.plain(raw));
        return pattern.matcher(tidied).matches() ? new Value(tidied) : wrong(slug);
    }

    private static Reading number(Field field, Object given) {
        boolean whole = field.type() == Field.Type.INTEGER;
        String slug = whole ? "not-an-integer" : "not-a-number";
        if (!(given instanceof String || given instanceof Number)) {
            return wrong(slug);
        }
        String text = given.toString();
        String plain = text.length() > 60 ? "" : Characters.plain(text);
        if (!NUMBER.matcher(plain).matches()) {
            return wrong(slug);
        }
        BigDecimal number = new BigDecimal(plain).stripTrailingZeros();
        if (whole && number.scale() > 0) {
            return wrong(slug);
        }
        if (field.minimum() != null && number.compareTo(BigDecimal.valueOf(field.minimum())) < 0) {
            return wrong("too-small", field.minimum());
        }
        if (field.maximum() != null && number.compareTo(BigDecimal.valueOf(field.maximum())) > 0) {
            return wrong("too-large", field.maximum());
        }
        return new Value(whole ? (Object) number.longValueExact() : number);
    }

    private static Reading truth(Object given) {
        return switch (given) {
            case Boolean truth -> new Value(truth);
            case String s
            when s.equals("true") || s.equals("on") || s.equals("yes") || s.equals("1") -> new Value(true);
            case String s
            when s.equals("false") || s.equals("off") || s.equals("no") || s.equals("0") -> new Value(false);
            default -> wrong("not-a-truth");
        };
    }

    private Reading date(Field field, Object given) {
        Matcher match = DATE.matcher(given instanceof String s && s.length() <= 40 ? Characters.plain(s) : "");
        if (!match.matches()) {
            return wrong("not-a-date");
        }
        LocalDate date;
        try {
            date = LocalDate.of(
                    Integer.parseInt(match.group(1)),
                    Integer.parseInt(match.group(2)),
                    Integer.parseInt(match.group(3)));
        } catch (DateTimeException e) {
            return wrong("no-such-day");
        }
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            return wrong("date-out-of-range");
        }
        if (field.minimum() != null && date.isBefore(today.plusDays(field.minimum()))) {
            return wrong("date-too-early", today.plusDays(field.minimum()).toString());
        }
        if (field.maximum() != null && date.isAfter(today.plusDays(field.maximum()))) {
            return wrong("date-too-late", today.plusDays(field.maximum()).toString());
        }
        return new Value(date.toString());
    }

    private static Reading instant(Object given) {
        if (!(given instanceof String raw) || raw.length() > 60) {
            return wrong("not-an-instant");
        }
        try {
            Instant instant = OffsetDateTime.parse(raw.strip()).toInstant();
            int year = instant.atOffset(java.time.ZoneOffset.UTC).getYear();
            boolean sane = year >= FIRST_YEAR && year <= LAST_YEAR;
            return sane ? new Value(instant.toString()) : wrong("date-out-of-range");
        } catch (DateTimeException e) {
            return wrong("not-an-instant");
        }
    }

    private static Reading choice(Field field, Object given) {
        if (given instanceof String raw) {
            String wanted = raw.strip();
            for (Field.Choice choice : field.choices()) {
                if (choice.value().equals(wanted)) {
                    return new Value(choice.value());
                }
            }
        }
        return wrong("unknown-choice", Characters.shortened(String.valueOf(given), 60));
    }

    private static Reading each(Field field, Object given, Function<Object, Reading> one) {
        List<?> items = switch (given) {
            case List<?> list -> list;
            case Object[] array -> Arrays.asList(array);
            default -> List.of(given);
        };
        long most = field.maximum() == null ? MOST_OF_A_LIST : field.maximum();
        if (items.size() > most) {
            return wrong("too-many", most);
        }
        List<Object> values = new ArrayList<>();
        for (Object item : items) {
            if (item == null || item instanceof String s && Characters.blank(s)) {
                continue;
            }
            switch (one.apply(item)) {
                case Value(Object value) -> {
                    if (!values.contains(value)) {
                        values.add(value);
                    }
                }
                case Wrong failed -> {
                    return failed;
                }
            }
        }
        return new Value(List.copyOf(values));
    }

    private static Reading unit(Object given) {
        String text = given instanceof String || given instanceof Number
                ? given.toString().strip()
                : "";
        if (text.length() > 10 || !text.matches("\\d{1,10}") || Long.parseLong(text) > Integer.MAX_VALUE) {
            return wrong("not-a-unit");
        }
        return new Value(Long.valueOf(text));
    }

    private static Reading position(Object given) {
        String text = switch (given) {
            case String s when s.length() <= 60 -> Characters.plain(s);
            case Map<?, ?> map -> map.get("latitude") + "," + map.get("longitude");
            default -> "";
        };
        String[] parts = text.split("\\s*,\\s*", -1);
        if (parts.length != 2 || !coordinate(parts[0], 90) || !coordinate(parts[1], 180)) {
            return wrong("not-a-position");
        }
        return new Value(rounded(parts[0]) + "," + rounded(parts[1]));
    }

    private static Reading track(Object given) {
        if (!(given instanceof String raw)) {
            return wrong("not-a-track");
        }
        return raw.length() > Track.LONGEST
                ? wrong("track-too-long", (long) Track.MOST)
                : Track.parse(raw)
                        .<Reading>map(track -> new Value(track.toString()))
                        .orElse(wrong("not-a-track"));
    }

    private static boolean coordinate(String text, int most) {
        return text.matches("-?\\d{1,3}(\\.\\d{1,20})?")
                && new BigDecimal(text).abs().compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /** Six decimals of a degree are a hand's breadth; more would only pretend. */
    private static String rounded(String text) {
        return new BigDecimal(text).setScale(6, java.math.RoundingMode.HALF_UP).toPlainString();
    }

    private static Reading wrong(String slug, Object... args) {
        return new Wrong(slug, List.of(args));
    }
}

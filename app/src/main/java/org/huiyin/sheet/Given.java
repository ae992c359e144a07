package org.huiyin.sheet;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.frame.Page;
import org.jspecify.annotations.Nullable;

/** A row of a table that came in, read cell by cell; whatever is wrong with a cell is noted where it stands. */
public final class Given {

    private static final Pattern DAY =
            Pattern.compile("(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?|(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[:：时](\\d{1,2})(?:[:：分](\\d{1,2})秒?|分)?");
    private static final Pattern ROUNDED = Pattern.compile("\\d(\\.\\d+)?[Ee]\\+\\d+");
    /** Days since 1900 that fall into our years. */
    private static final BigDecimal FIRST_SERIAL = BigDecimal.valueOf(36_526);

    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(73_050);
    private static final int DIGITS_KEPT = 15;

    private final Page page;
    private final RawRow row;
    private final Head head;
    private final Map<String, Heading> headings;
    private final Faults faults;
    private final long faultsBefore;
    private final Set<String> wrong = new HashSet<>();

    Given(Page page, RawRow row, Head head, Map<String, Heading> headings, Faults faults) {
        this.page = page;
        this.row = row;
        this.head = head;
        this.headings = headings;
        this.faults = faults;
        this.faultsBefore = faults.count();
    }

    /** The line as the spreadsheet counts. */
    public long line() {
        return row.line();
    }

    /** The language of the table. */
    public Locale language() {
        return head.language();
    }

    boolean hidden() {
        return row.hidden();
    }

    /** Whether the table has such a column at all. */
    public boolean asks(String key) {
        return head.columns().containsKey(key);
    }

    /** Whether something stands there. */
    public boolean has(String key) {
        return !cell(key).blank();
    }

    /** Whether nothing was found wrong with this row so far. */
    public boolean fine() {
        return faults.count() == faultsBefore;
    }

    private RawCell cell(String key) {
        Integer column = head.columns().get(key);
        return column == null ? RawCell.EMPTY : row.cell(column);
    }

    /** Notes what is wrong with a cell, or with the row where the table has no such column; the first word on a cell counts. */
    public void fault(String key, String message, @Nullable Object... arguments) {
        if (!wrong.add(key)) {
            return;
        }
        Integer column = head.columns().get(key);
        Heading heading = headings.get(key);
        faults.add(Fault.of(
                row.line(),
                column == null ? -1 : column,
                heading == null ? "" : page.t(heading.title()),
                cell(key).shown(),
                page.t(message, arguments)));
    }

    /** The same in words that are at hand. */
    public void faultSaid(String key, String said) {
        fault(key, "sheet.fault.said", said);
    }

    /** What stands there as text, tidy; digits are kept as they are. Empty for a cell that is empty or reckoned. */
    public String text(String key) {
        RawCell cell = cell(key);
        return switch (cell) {
            case RawCell.Reckoned reckoned -> {
                fault(key, "sheet.fault.formula");
                yield "";
            }
            case RawCell.Amount(BigDecimal value) -> {
                if (value.precision() - value.scale() > DIGITS_KEPT) {
                    fault(key, "sheet.fault.digits-lost");
                }
                yield cell.shown();
            }
            case RawCell.Words(String shown) -> {
                if (headings.get(key) instanceof Heading heading
                        && heading.kind() == Column.Kind.CODE
                        && ROUNDED.matcher(shown).matches()) {
                    fault(key, "sheet.fault.rounded");
                }
                yield Canon.of(shown);
            }
            default -> Canon.of(cell.shown());
        };
    }

    /** The same where it must not be empty. */
    public String needed(String key) {
        String text = text(key);
        if (text.isEmpty() && !(cell(key) instanceof RawCell.Reckoned)) {
            fault(key, "sheet.fault.empty");
        }
        return text;
    }

    /** One of the heading's choices, as its value; null for an empty cell, and for a wrong one, which is noted. */
    public @Nullable String choice(String key) {
        String text = text(key);
        if (text.isEmpty()) {
            return null;
        }
        Heading heading = java.util.Objects.requireNonNull(headings.get(key));
        for (Heading.Choice choice : heading.choices()) {
            if (choice.value().equalsIgnoreCase(text)
                    || choice.title().zh().equals(text)
                    || choice.title().en().equalsIgnoreCase(text)) {
                return choice.value();
            }
        }
        List<String> may = heading.choices().stream()
                .map(choice -> page.t(choice.title()))
                .limit(12)
                .toList();
        fault(
                key,
                "sheet.fault.choice",
                String.join("、", may) + (heading.choices().size() > may.size() ? "…" : ""));
        return null;
    }

    public @Nullable Boolean truth(String key) {
        RawCell cell = cell(key);
        if (cell instanceof RawCell.Truth(boolean value)) {
            return value;
        }
        String chosen = choice(key);
        return chosen == null ? null : Boolean.valueOf(chosen);
    }

    /** A day; null for an empty cell, and for a wrong one, which is noted. */
    public @Nullable LocalDate day(String key) {
        LocalDateTime moment = moment(key);
        return moment == null ? null : moment.toLocalDate();
    }

    /** A day and a time of the city's zone, midnight where only a day stands. */
    public @Nullable LocalDateTime moment(String key) {
        RawCell cell = cell(key);
        return switch (cell) {
            case RawCell.Moment(LocalDateTime value) -> value;
            case RawCell.Words words -> words.blank() ? null : moment(key, text(key));
            case RawCell.Amount(BigDecimal value) -> {
                LocalDateTime digits =
                        value.scale() <= 0 && value.toPlainString().length() == 8 ? read(value.toPlainString()) : null;
                if (digits == null) {
                    boolean serial = value.compareTo(FIRST_SERIAL) >= 0 && value.compareTo(LAST_SERIAL) <= 0;
                    fault(
                            key,
                            serial ? "sheet.fault.serial" : "sheet.fault.no-date",
                            serial
                                    ? LocalDate.of(1899, 12, 30)
                                            .plusDays(value.longValue())
                                            .toString()
                                    : "");
                }
                yield digits;
            }
            case RawCell.Truth truth -> {
                fault(key, "sheet.fault.no-date", "");
                yield null;
            }
            case RawCell.Reckoned reckoned -> {
                fault(key, "sheet.fault.formula");
                yield null;
            }
        };
    }

    private @Nullable LocalDateTime moment(String key, String text) {
        LocalDateTime moment = read(text);
        if (moment == null && !text.isEmpty()) {
            fault(key, "sheet.fault.no-date", "");
        }
        return moment;
    }

    /** A day as people write it, with a time or without; null for anything else. */
    static @Nullable LocalDateTime read(String text) {
        Matcher day = DAY.matcher(text);
        if (!day.lookingAt()) {
            return null;
        }
        int group = day.group(1) == null ? 4 : 1;
        String rest = text.substring(day.end()).replaceFirst("^[T\\s]+", "").strip();
        Matcher time = TIME.matcher(rest);
        try {
            LocalDate date = LocalDate.of(
                    Integer.parseInt(day.group(group)),
                    Integer.parseInt(day.group(group + 1)),
                    Integer.parseInt(day.group(group + 2)));
            if (rest.isEmpty()) {
                return date.atStartOfDay();
            }
            boolean end = rest.matches("24[:：]00");
            return end
                    ? date.plusDays(1).atStartOfDay()
                    : time.matches()
                            ? date.atTime(
                                    LocalTime.of(Integer.parseInt(time.group(1)), Integer.parseInt(time.group(2))))
                            : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** A number; null for an empty cell, and for a wrong one, which is noted. */
    public @Nullable BigDecimal number(String key) {
        if (cell(key) instanceof RawCell.Amount(BigDecimal value)) {
            return value;
        }
        String text = text(key).replace(",", "").replace("，", "");
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() > 30 || !text.matches("-?\\d+(\\.\\d+)?")) {
            fault(key, "sheet.fault.no-number");
            return null;
        }
        return new BigDecimal(text);
    }

    /** A digest of everything this row says in columns the table knows. */
    public String digest() {
        return Marks.digest(headings.keySet().stream().sorted().map(this::canon).toList());
    }

    /** The cell as {@link Canon} writes the value it stands for; as it stands where it stands for none. */
    String canon(String key) {
        RawCell cell = cell(key);
        Heading heading = headings.get(key);
        Column.Kind kind = heading == null ? Column.Kind.TEXT : heading.kind();
        return switch (kind) {
            case DATE, TIME -> {
                LocalDateTime moment = cell instanceof RawCell.Moment(LocalDateTime value) ? value : read(cell.shown());
                yield moment == null
                        ? Canon.of(cell.shown())
                        : kind == Column.Kind.DATE ? moment.toLocalDate().toString() : CsvFile.TIME.format(moment);
            }
            case NUMBER -> {
                String plain = Canon.of(cell.shown()).replace(",", "");
                yield plain.matches("-?\\d{1,20}(\\.\\d{1,20})?") ? Canon.of(new BigDecimal(plain)) : plain;
            }
            case TEXT, LONG_TEXT, CODE -> Canon.of(cell.shown());
        };
    }
}

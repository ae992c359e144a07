package org.huiyin.frame;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.Locale;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, dates and durations as a reader writes them, in the city's zone.
 *
 * @param now what "this year" is measured against
 */
public record Formats(Locale locale, Instant now) {

    /** The city's zone; only readers see it, instants are kept. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final DateTimeFormatter ZH_DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINESE);
    private static final DateTimeFormatter ZH_DATE = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINESE);
    private static final DateTimeFormatter ZH_FULL =
            DateTimeFormatter.ofPattern("yyyy年M月d日 EEEE HH:mm:ss", Locale.CHINESE);
    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter EN_DATE = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.UK);
    private static final DateTimeFormatter ZH_PAPER = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINESE);
    private static final DateTimeFormatter EN_PAPER = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.UK);
    private static final DateTimeFormatter EN_FULL =
            DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    boolean english() {
        return locale.getLanguage().equals("en");
    }

    /** The day it is in the city. */
    public LocalDate today() {
        return LocalDate.ofInstant(now, ZONE);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(Locale.UK).format(number);
    }

    /** A number with at most this many decimals. */
    public String number(double number, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.UK);
        format.setMaximumFractionDigits(decimals);
        return format.format(number);
    }

    /** A share between 0 and 1 as {@code 92.3%}. */
    public String percent(double share) {
        return number(share * 100, 1) + "%";
    }

    /** {@code 10月12日} / {@code 12 Oct}, with the year when it is not this one. */
    public String date(LocalDate date) {
        boolean thisYear = date.getYear() == today().getYear();
        if (english()) {
            return (thisYear ? EN_DAY : EN_DATE).format(date);
        }
        return (thisYear ? ZH_DAY : ZH_DATE).format(date);
    }

    /** {@code 10月12日 17:30} / {@code 12 Oct, 17:30}, with the year when it is not this one. */
    public String time(Instant instant) {
        ZonedDateTime at = instant.atZone(ZONE);
        return date(at.toLocalDate()) + (english() ? ", " : " ") + CLOCK.format(at);
    }

    /** Everything: year, weekday, seconds; for the hover. */
    public String fullTime(Instant instant) {
        return (english() ? EN_FULL : ZH_FULL).format(instant.atZone(ZONE));
    }

    /** As it stands on paper, which is read for years. */
    public String paperTime(Instant instant) {
        return (english() ? EN_PAPER : ZH_PAPER).format(instant.atZone(ZONE));
    }

    /** The two largest units of a duration, without sign: {@code 2 天 3 小时} / {@code 2 d 3 h}. */
    public String duration(Duration duration) {
        Duration length = duration.abs();
        if (length.toDays() > 0) {
            int hours = length.toDays() < 3 ? length.toHoursPart() : 0; // beyond that nobody counts hours
            return pair(length.toDays(), " 天", " d", hours, " 小时", " h");
        }
        if (length.toHours() > 0) {
            return pair(length.toHours(), " 小时", " h", length.toMinutesPart(), " 分钟", " min");
        }
        return pair(length.toMinutes(), " 分钟", " min", 0, "", "");
    }

    /** Sizes of files: {@code 3.4 MB}. */
    public String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024 ? number(bytes / 1024.0, 0) + " KB" : number(bytes / (1024.0 * 1024.0), 1) + " MB";
    }

    private String pair(long large, String zh, String en, int small, String zhSmall, String enSmall) {
        String text = number(large) + (english() ? en : zh);
        return small == 0 ? text : text + " " + small + (english() ? enSmall : zhSmall);
    }

    /** Any argument of a text. */
    String show(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Text text -> text.in(locale);
            case Instant instant -> time(instant);
            case LocalDate date -> date(date);
            case Duration duration -> duration(duration);
            case Temporal other -> other.toString();
            case Double number -> number(number, 2);
            case Number number -> number(number.longValue());
            default -> value.toString();
        };
    }
}

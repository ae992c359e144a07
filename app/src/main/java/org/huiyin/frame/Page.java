package org.huiyin.frame;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.huiyin.org.Actor;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * The frame of one page: who reads it, in which language and look, and how it says numbers and times. A controller takes it as a parameter
 * and hands it to its template.
 *
 * @param path the path asked for, without query
 * @param query its query, undecoded; null when there is none
 * @param csrf null where no form may be sent
 * @param said what just happened, told once at the top of the next page
 * @param messages counts what waits in the reader's inbox, when the page shows it
 * @param own finds the ways that are this reader's own, when the page shows them
 */
public record Page(
        Actor reader,
        Texts texts,
        Formats formats,
        Theme theme,
        boolean elder,
        String path,
        @Nullable String query,
        @Nullable CsrfToken csrf,
        @Nullable String said,
        IntSupplier messages,
        Supplier<List<Navigation.Entry>> own,
        Assets assets) {

    /** The same page in another language. */
    public Page in(Locale language) {
        return new Page(
                reader,
                texts,
                new Formats(language, formats.now()),
                theme,
                elder,
                path,
                query,
                csrf,
                said,
                messages,
                own,
                assets);
    }

    public Locale locale() {
        return formats.locale();
    }

    /** The value of the html element's lang attribute. */
    public String lang() {
        return formats.english() ? "en" : "zh-CN";
    }

    /** The text for a key, its gaps filled with arguments formatted for the reader. */
    public String t(String key, @Nullable Object... arguments) {
        return Phrase.fill(texts.pattern(locale(), key), formats::show, arguments);
    }

    /** A text of a definition. */
    public String t(Text text) {
        return text.in(locale());
    }

    public String number(long number) {
        return formats.number(number);
    }

    public String percent(double share) {
        return formats.percent(share);
    }

    /** The day so many days from today as date inputs want it; null for null. */
    public @Nullable String day(@Nullable Long fromToday) {
        return fromToday == null ? null : formats.today().plusDays(fromToday).toString();
    }

    public String date(LocalDate date) {
        return formats.date(date);
    }

    public String time(Instant instant) {
        return formats.time(instant);
    }

    /** When a time limit ends. A limit in days ends with the last day, at 24:00 (Civil Code, art. 203), not at 00:00 of the next. */
    public String ending(Instant due) {
        ZonedDateTime at = due.atZone(Formats.ZONE);
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? t("frame.clock.end-of-day", at.toLocalDate().minusDays(1))
                : time(due);
    }

    public String fullTime(Instant instant) {
        return formats.fullTime(instant);
    }

    public String duration(Duration duration) {
        return formats.duration(duration);
    }

    /** Address of a file under {@code static/assets}, which changes when the file does. */
    public String asset(String name) {
        return assets.address(name);
    }

    /** This page with one parameter of its address changed; a null value takes it away. */
    public String with(String parameter, @Nullable Object value) {
        List<String> pairs = new ArrayList<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            if (!pair.isEmpty() && !pair.equals(parameter) && !pair.startsWith(parameter + "=")) {
                pairs.add(pair);
            }
        }
        if (value != null) {
            pairs.add(parameter + "=" + URLEncoder.encode(value.toString(), StandardCharsets.UTF_8));
        }
        return pairs.isEmpty() ? path : path + "?" + String.join("&", pairs);
    }

    /** How many messages wait unread, as the header says it; empty when none does. */
    public String unread() {
        int waiting = messages.getAsInt();
        return waiting == 0 ? "" : waiting > Unread.MOST ? Unread.MOST + "+" : Integer.toString(waiting);
    }

    /** Whether this page is the given path or below it; for the navigation. */
    public boolean under(String root) {
        return path.equals(root) || path.startsWith(root + "/");
    }
}

package org.huiyin.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.huiyin.frame.Page;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are asked for.
 *
 * @param ids those and no others; empty for whatever the rest says
 * @param codes services; empty for all
 * @param status {@code open}, {@code closed} or both; empty for both
 * @param from raised then or later; null only when {@code updatedAfter} says enough
 * @param updatedAfter changed then or later; null for whenever
 */
record Filter(
        List<String> ids,
        List<String> codes,
        Set<String> status,
        @Nullable Instant from,
        @Nullable Instant until,
        @Nullable Instant updatedAfter,
        int limit,
        int offset) {

    static final int MOST = 1000;

    private static final Duration SPAN = Duration.ofDays(90);
    private static final int MOST_PAGES = 1000;

    static Filter of(Page page, HttpServletRequest request) {
        Instant now = page.formats().now();
        Instant start = instant(page, request, "start_date");
        Instant end = instant(page, request, "end_date");
        Instant updated = instant(page, request, "updated_after");
        if (start != null && end != null && (end.isBefore(start) || end.isAfter(start.plus(SPAN)))) {
            throw new Refused(400, page.t("open311.refused.span", SPAN.toDays()));
        }
        boolean open = updated != null && start == null && end == null;
        int size = number(page, request, "page_size", MOST, MOST);
        return new Filter(
                list(request, "service_request_id"),
                list(request, "service_code"),
                status(page, request),
                open ? null : start != null ? start : end == null ? now.minus(SPAN) : end.minus(SPAN),
                open ? null : end != null ? end : start == null ? now : start.plus(SPAN),
                updated,
                size,
                size * (number(page, request, "page", 1, MOST_PAGES) - 1));
    }

    private static Set<String> status(Page page, HttpServletRequest request) {
        Set<String> status = Set.copyOf(list(request, "status"));
        if (!Set.of("open", "closed").containsAll(status)) {
            throw new Refused(400, page.t("open311.refused.status"));
        }
        return status;
    }

    /** What was declared, with commas between or several times over. */
    private static List<String> list(HttpServletRequest request, String name) {
        String[] values = request.getParameterValues(name);
        return values == null
                ? List.of()
                : Arrays.stream(values)
                        .flatMap(value -> Stream.of(value.split(",")))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .limit(MOST)
                        .toList();
    }

    /** A plus sign that was not encoded arrives as a space. */
    private static @Nullable Instant instant(Page page, HttpServletRequest request, String name) {
        String written = request.getParameter(name);
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            Instant read =
                    OffsetDateTime.parse(written.strip().replace(' ', '+')).toInstant();
            if (read.isAfter(Instant.parse("1900-01-01T00:00:00Z"))
                    && read.isBefore(Instant.parse("2200-01-01T00:00:00Z"))) {
                return read;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new Refused(400, page.t("open311.refused.date", name));
    }

    private static int number(Page page, HttpServletRequest request, String name, int usual, int most) {
        String written = request.getParameter(name);
        if (written == null || written.isBlank()) {
            return usual;
        }
        String digits = written.strip();
        if (!digits.matches("[0-9]{1,6}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > most) {
            throw new Refused(400, page.t("open311.refused.number", name, most));
        }
        return Integer.parseInt(digits);
    }
}

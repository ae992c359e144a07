package org.huiyin.activity;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a plan from its form, and fills the form in again. */
@Component
class PlanReading {

    static final int ROWS = 3;
    static final int MOST_ROWS = 60;

    private final People people;

    PlanReading(People people) {
        this.people = people;
    }

    /**
     * A plan as far as it could be read.
     *
     * @param wrong sentences about what could not; the rules say the rest
     */
    record Read(Plan plan, List<String> wrong) {}

    Read read(Page page, Kind kind, Filled filled) {
        Typed typed = new Typed(filled);
        List<String> wrong = new ArrayList<>();
        List<Who> hosts = meant(page, people.meant(typed.text("hosts"), page.reader()), wrong);
        List<Who> expected = meant(
                page,
                kind.whom().sort() == Kind.Whom.Sort.ENTRIES
                        ? people.entries(typed.text("expected"), kind, page.reader())
                        : people.meant(typed.text("expected"), page.reader()),
                wrong);
        Instant until = typed.moment("until").orElse(null);
        if (until == null && !typed.text("until").isEmpty()) {
            wrong.add(page.t(Wrong.SIGN_UP_END.key()));
        }
        Integer seats = typed.number("seats").orElse(null);
        if (seats == null && !typed.text("seats").isEmpty()) {
            wrong.add(page.t(Wrong.SEATS.key()));
        }
        Plan plan = new Plan(
                typed.text("title"),
                typed.text("details"),
                typed.text("place"),
                typed.text("where"),
                typed.text("position"),
                sessions(page, typed, wrong),
                hosts,
                expected,
                seats,
                until,
                filled.has("open", "true"));
        return new Read(plan, wrong);
    }

    private static List<Who> meant(Page page, People.Meant meant, List<String> wrong) {
        if (!meant.unknown().isEmpty()) {
            wrong.add(page.t("activity.wrong.unknown-people", String.join("、", meant.unknown())));
        }
        if (!meant.left().isEmpty()) {
            wrong.add(page.t("activity.wrong.left-people", String.join("、", meant.left())));
        }
        if (!meant.several().isEmpty()) {
            wrong.add(page.t("activity.wrong.several-people", String.join("；", meant.several())));
        }
        return meant.who();
    }

    private static List<Session> sessions(Page page, Typed typed, List<String> wrong) {
        List<Session> sessions = new ArrayList<>();
        for (int row = 1; row <= MOST_ROWS; row++) {
            if (typed.text("day-" + row).isEmpty()) {
                continue;
            }
            Optional<Instant> starts = typed.moment("day-" + row, "from-" + row);
            Optional<Instant> ends = typed.moment("day-" + row, "to-" + row);
            if (starts.isEmpty() || ends.isEmpty()) {
                wrong.add(page.t("activity.wrong.row", row));
                continue;
            }
            // a night's duty ends on the next day
            Instant end = ends.get().isAfter(starts.get())
                    ? ends.get()
                    : ends.get().atZone(Formats.ZONE).plusDays(1).toInstant();
            sessions.add(new Session(starts.get(), end, typed.text("topic-" + row), typed.text("speaker-" + row)));
        }
        sessions.sort(Comparator.comparing(Session::starts));
        return sessions;
    }

    /** What stands in the form of a new one. */
    Filled fresh(Page page, Kind kind, String entry, String place) {
        Map<String, Object> values = new LinkedHashMap<>();
        ZonedDateTime next = page.formats().now().atZone(Formats.ZONE);
        values.put("day-1", kind.own() ? next.toLocalDate() : next.toLocalDate().plusDays(1));
        values.put("from-1", kind.own() ? LocalTime.of(next.getHour(), 0) : LocalTime.of(9, 0));
        LocalTime hourOn = next.getHour() == 23 ? LocalTime.of(23, 59) : LocalTime.of(next.getHour() + 1, 0);
        values.put("to-1", kind.own() ? hourOn : LocalTime.of(11, 0));
        values.put("hosts", people.typed(List.of(Who.post(page.reader().post()))));
        values.put("expected", entry);
        values.put("place", place);
        Kind.SignUp signUp = kind.signUp();
        if (signUp != null && signUp.seats() != null) {
            values.put("seats", signUp.seats());
        }
        if (kind.publicity() == Kind.Publicity.OPEN) {
            values.put("open", "true");
        }
        if (kind.own()) {
            values.put("title", page.t(kind.title()));
        }
        values.put("key", UUID.randomUUID());
        return Filled.with(values);
    }

    Filled filled(Plan plan) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("title", plan.title());
        values.put("details", plan.details());
        values.put("place", plan.place());
        values.put("where", plan.where());
        values.put("position", plan.position());
        values.put("hosts", people.typed(plan.hosts()));
        values.put("expected", people.typed(plan.expected()));
        values.put("seats", plan.seats() == null ? "" : plan.seats());
        values.put("until", local(plan.until()));
        values.put("open", plan.open());
        int row = 0;
        for (Session session : plan.sessions()) {
            row++;
            ZonedDateTime starts = session.starts().atZone(Formats.ZONE);
            values.put("day-" + row, starts.toLocalDate());
            values.put("from-" + row, starts.toLocalTime().withSecond(0).withNano(0));
            values.put(
                    "to-" + row,
                    session.ends()
                            .atZone(Formats.ZONE)
                            .toLocalTime()
                            .withSecond(0)
                            .withNano(0));
            values.put("topic-" + row, session.topic());
            values.put("speaker-" + row, session.speaker());
        }
        values.put("key", UUID.randomUUID());
        return Filled.with(values);
    }

    /** How many rows of sittings a form has: those filled in, and room for more. */
    static int rows(Filled filled) {
        int last = 1;
        for (int row = 1; row <= MOST_ROWS; row++) {
            if (!filled.value("day-" + row).isEmpty()) {
                last = row;
            }
        }
        return Math.min(MOST_ROWS, Math.max(ROWS, last + 2));
    }

    private static String local(@Nullable Instant at) {
        return at == null
                ? ""
                : at.atZone(Formats.ZONE)
                        .toLocalDateTime()
                        .withSecond(0)
                        .withNano(0)
                        .toString();
    }
}

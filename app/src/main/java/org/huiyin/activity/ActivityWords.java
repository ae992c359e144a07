package org.huiyin.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.springframework.stereotype.Component;

/** How activities are spoken of. */
@Component
class ActivityWords {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Kinds kinds;
    private final Organisation organisation;

    ActivityWords(Kinds kinds, Organisation organisation) {
        this.kinds = kinds;
        this.organisation = organisation;
    }

    ActivityRow row(Page page, ActivityLists.Row row, String root) {
        String kind = kinds.newest(row.kind()).map(one -> page.t(one.title())).orElse(row.kind());
        return new ActivityRow(
                row.id(),
                root + "/" + row.id(),
                row.title(),
                kind,
                days(page, row.starts(), row.ends()),
                hours(row.starts(), row.ends()),
                place(page, row.place(), row.where()),
                organisation.units().name(row.unit(), page.locale()),
                counts(page, row),
                standing(page, row.standing(), row.starts(), row.ends()),
                tone(row.standing(), row.starts(), row.ends(), page.formats().now()));
    }

    ActivityRow row(Page page, long id, Activity so) {
        Plan plan = so.plan();
        return row(
                page,
                new ActivityLists.Row(
                        id,
                        so.kind(),
                        so.standing(),
                        plan.title(),
                        so.planner().unit(),
                        plan.place(),
                        plan.starts(),
                        plan.ends(),
                        plan.open(),
                        (int) so.signed(),
                        (int) so.waiting(),
                        (int) so.present(),
                        plan.seats(),
                        plan.where(),
                        so.version()),
                "/desk/activities");
    }

    private static String counts(Page page, ActivityLists.Row row) {
        if (row.present() > 0) {
            return page.t("activity.counts.present", row.present());
        }
        if (row.seats() != null) {
            String of = page.t("activity.counts.seats", row.signed(), row.seats());
            return row.waiting() > 0 ? of + " " + page.t("activity.counts.waiting", row.waiting()) : of;
        }
        return row.signed() > 0 ? page.t("activity.counts.signed", row.signed()) : "";
    }

    /** 3月10日, or 3月10日至14日 of a course. */
    String days(Page page, Instant starts, Instant ends) {
        LocalDate first = day(starts);
        // what ends at midnight ends on the day before
        LocalDate last = day(ends.minusSeconds(1));
        boolean night = last.equals(first.plusDays(1)) && ends.isBefore(starts.plus(Session.LONGEST));
        return first.equals(last) || night
                ? page.date(first)
                : page.t("activity.days", page.date(first), page.date(last));
    }

    String hours(Instant starts, Instant ends) {
        return CLOCK.format(starts.atZone(Formats.ZONE)) + "–" + CLOCK.format(ends.atZone(Formats.ZONE));
    }

    String place(Page page, String place, String where) {
        String path = organisation.places().path(place, page.locale());
        return where.isEmpty() ? path : path + " · " + where;
    }

    String standing(Page page, Activity.Standing standing, Instant starts, Instant ends) {
        return page.t("activity.standing."
                + word(standing, starts, ends, page.formats().now()));
    }

    String tone(Activity.Standing standing, Instant starts, Instant ends, Instant now) {
        return switch (word(standing, starts, ends, now)) {
            case "reported" -> "result";
            case "cancelled" -> "rest";
            case "over" -> "problem";
            default -> "task";
        };
    }

    private static String word(Activity.Standing standing, Instant starts, Instant ends, Instant now) {
        if (standing != Activity.Standing.PLANNED) {
            return standing.key();
        }
        return now.isBefore(starts) ? "coming" : now.isBefore(ends) ? "running" : "over";
    }

    static LocalDate day(Instant at) {
        return at.atZone(Formats.ZONE).toLocalDate();
    }
}

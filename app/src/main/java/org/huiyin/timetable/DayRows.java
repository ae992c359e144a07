package org.huiyin.timetable;

import java.time.LocalDate;
import java.util.List;
import org.huiyin.calendar.CalendarChange;
import org.huiyin.calendar.DayKind;
import org.huiyin.frame.Page;

/**
 * What changes between two versions, in words.
 *
 * @param published years that become known
 * @param more how many changed days are not shown
 */
public record DayRows(List<Row> rows, List<Integer> published, int more) {

    private static final int MOST = 200;

    /** One day before and after. */
    public record Row(LocalDate date, String occasion, String was, String is) {}

    static DayRows of(Page page, CalendarChange change) {
        List<Row> rows = change.days().stream()
                .limit(MOST)
                .map(day -> new Row(
                        day.date(),
                        day.occasion(),
                        said(page, day.was(), day.hoursWas()),
                        said(page, day.is(), day.hoursAre())))
                .toList();
        return new DayRows(rows, change.published(), change.days().size() - rows.size());
    }

    private static String said(Page page, DayKind kind, String hours) {
        String day = page.t("timetable.kind." + kind);
        return hours.isEmpty() ? day : page.t("timetable.worked", day, hours.replace("-", "–"));
    }

    /** Whether nothing changes. */
    public boolean none() {
        return rows.isEmpty() && published.isEmpty();
    }
}

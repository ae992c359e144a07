package org.huiyin.track;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Page;

/** Says when a time limit ends. A limit in days ends with the last day, at 24:00 (Civil Code, art. 203), not at 00:00 of the next. */
public final class Ending {

    private Ending() {}

    public static String said(Page page, Instant due) {
        ZonedDateTime at = due.atZone(Formats.ZONE);
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? page.t("track.end-of-day", at.toLocalDate().minusDays(1))
                : page.time(due);
    }
}

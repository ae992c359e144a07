package org.huiyin.deputy;

import java.time.LocalDate;
import java.util.List;

/**
 * The standing committee's page: one place by its parts.
 *
 * @param rows its parts, with its sum at the end
 * @param above where the place around it is; "" at the outermost
 */
public record StandingView(
        String title,
        String above,
        LocalDate since,
        LocalDate until,
        String place,
        List<StandingRow> rows,
        StandingRow whole) {

    /** A number, and where what was counted is listed. */
    public record Number(long count, String path) {}

    /**
     * A share, and where those it is of are listed.
     *
     * @param value negative when there is nothing to divide by
     */
    public record Share(double value, String path) {}

    /**
     * One part of the place.
     *
     * @param path its own page; "" where it has no parts
     * @param activities in which deputies took part
     * @param participation of those on the register, who took part in something
     */
    public record StandingRow(
            String name,
            String path,
            Number deputies,
            Number homes,
            Number stations,
            Number groups,
            Number activities,
            Share participation,
            Number suggestions,
            Number concluded,
            double conclusion,
            double content,
            double delivery) {}
}

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

    /**
     * A number and where it comes from.
     *
     * @param path "" where no list holds just what was counted
     */
    public record Number(long count, String path) {

        Number unlinked() {
            return new Number(count, "");
        }
    }

    /**
     * A share and where it comes from.
     *
     * @param value negative when there is nothing to divide by
     * @param path "" where nothing more is known
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
            double delivery) {

        /** What lies in a place and in none of its parts: lists show a place with its parts, and would not agree. */
        StandingRow unlinked() {
            return new StandingRow(
                    name,
                    path,
                    deputies.unlinked(),
                    homes.unlinked(),
                    stations.unlinked(),
                    groups.unlinked(),
                    activities.unlinked(),
                    new Share(participation.value(), ""),
                    suggestions.unlinked(),
                    concluded.unlinked(),
                    conclusion,
                    content,
                    delivery);
        }
    }
}

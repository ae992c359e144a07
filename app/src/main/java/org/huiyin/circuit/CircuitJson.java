package org.huiyin.circuit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One round of a group for programs, as its records say it now.
 *
 * @param summary what the leader says of it; may be empty
 * @param closedAt null while it goes on
 */
record CircuitJson(
        long id,
        long group,
        int number,
        LocalDate from,
        LocalDate to,
        List<StopJson> plan,
        String summary,
        @Nullable Instant closedAt,
        CircuitReport.Figures figures,
        List<VisitJson> visits,
        List<FindingJson> findings) {

    /** A unit and the day on which it is to be visited. */
    record StopJson(int unit, LocalDate day) {

        static List<StopJson> of(Map<Integer, LocalDate> plan) {
            return plan.entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(one -> new StopJson(one.getKey(), one.getValue()))
                    .toList();
        }
    }

    /**
     * A visit.
     *
     * @param people whom they met there
     * @param photos ids of attachments
     */
    record VisitJson(
            long id,
            long circuit,
            int unit,
            LocalDate on,
            String people,
            List<String> visitors,
            String notes,
            List<String> photos) {}

    /**
     * A finding.
     *
     * @param settled how it was put right on the spot; empty when it was not
     * @param became {@code settled}, {@code unraised}, {@code in-hand}, {@code answered}, {@code closed} or {@code dropped}
     * @param late whether the time to answer its matter has run out
     */
    record FindingJson(
            long id,
            long visit,
            int unit,
            String title,
            String detail,
            String place,
            String settled,
            String became,
            @Nullable String matter,
            boolean late,
            List<String> photos) {}
}

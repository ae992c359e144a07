package org.huiyin.circuit;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A round as it stands now, in the reader's words: everything is reckoned from its records whenever it is asked for.
 *
 * @param summary what the leader says of it; may be empty
 * @param closedAt empty while it goes on
 */
public record CircuitReport(
        long id,
        long group,
        String groupName,
        int number,
        String period,
        String members,
        String summary,
        String closedAt,
        Figures figures,
        List<UnitRow> units,
        List<VisitRow> visits,
        List<FindingView> findings) {

    /** Its numbers. */
    public record Figures(
            int units,
            int visited,
            int visits,
            int findings,
            int settled,
            int unraised,
            int closed,
            int answered,
            int inHand,
            int late,
            int dropped) {

        public int missed() {
            return units - visited;
        }

        public int matters() {
            return closed + answered + inHand + dropped;
        }
    }

    /**
     * A unit of the round.
     *
     * @param planned the day it is planned for; null for none
     * @param state one of visited, due, planned, unplanned
     * @param visitable whether this reader may write down a visit there
     */
    public record UnitRow(
            int unit,
            String name,
            @Nullable LocalDate planned,
            String state,
            List<VisitRow> visits,
            boolean visitable) {

        public boolean visited() {
            return !visits.isEmpty();
        }
    }

    /** A visit, with how much was found. */
    public record VisitRow(
            long id, String unit, LocalDate on, String people, String visitors, String notes, int found) {}

    /** The units nobody has been to. */
    public List<UnitRow> missed() {
        return units.stream().filter(one -> !one.visited()).toList();
    }
}

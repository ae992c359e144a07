package org.huiyin.circuit;

import java.util.List;

/**
 * A group in the reader's words.
 *
 * @param state one of coming, running, over
 * @param circuits newest first
 */
public record GroupView(
        long id,
        String name,
        String period,
        String state,
        String tone,
        List<MemberRow> members,
        List<String> units,
        List<CircuitRow> circuits,
        boolean arranges,
        boolean plans) {

    /**
     * A member.
     *
     * @param barred the units of the group that are this member's own
     */
    public record MemberRow(long post, String name, String unit, String title, boolean leader, String barred) {}

    /** A circuit and how far it is. */
    public record CircuitRow(long id, int number, String period, boolean open, int planned, int visited, int found) {}
}

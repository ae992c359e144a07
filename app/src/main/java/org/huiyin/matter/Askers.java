package org.huiyin.matter;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How many matters people outside the house hold already, who have shown who they are. Whoever asks waits for their own earlier request, so
 * that no limit is passed by asking twice at the same moment.
 */
final class Askers {

    static final Askers NONE = new Askers(Map.of());

    /** After the matters are locked, and in one order: no two batches wait for each other. */
    private static final String ONE_AT_A_TIME = """
            select count(pg_advisory_xact_lock(8252, hashtext(asker))) from (select asker from unnest(?) u(asker) order by hashtext(asker)) asked
            """;

    private static final String HELD = """
            select h.asker, m.programme, h.step, count(*) from matter_asker h join matter m on m.id = h.matter_id
            where h.asker = any(?) and m.state = h.state group by 1, 2, 3
            """;

    /** Who took which step of which programme. */
    private record Taken(String asker, String programme, String step) {}

    private final Map<Taken, Long> held;

    private Askers(Map<Taken, Long> held) {
        this.held = held;
    }

    static Askers load(Connection connection, List<StepRequest> requests) throws SQLException {
        String[] asking = requests.stream()
                .map(StepRequest::shown)
                .filter(shown -> !shown.isEmpty())
                .distinct()
                .toArray(String[]::new);
        if (asking.length == 0) {
            return NONE;
        }
        Array askers = connection.createArrayOf("text", asking);
        try (PreparedStatement lock = connection.prepareStatement(ONE_AT_A_TIME);
                PreparedStatement read = connection.prepareStatement(HELD)) {
            lock.setArray(1, askers);
            lock.executeQuery().close();
            read.setArray(1, askers);
            Map<Taken, Long> held = new HashMap<>();
            try (ResultSet row = read.executeQuery()) {
                while (row.next()) {
                    held.put(new Taken(row.getString(1), row.getString(2), row.getString(3)), row.getLong(4));
                }
            }
            return new Askers(held);
        }
    }

    /**
     * How many matters stand where this step of whoever asks took them.
     *
     * @param accepted what the batch has taken before; a matter given back in the same batch still counts
     */
    long holding(Matter matter, StepRequest request, Stream<Decision.Accepted> accepted) {
        if (request.shown().isEmpty()) {
            return 0;
        }
        long here = accepted.filter(one -> one.step().name().equals(request.step())
                        && one.step().asker().equals(request.shown())
                        && one.after().programme().equals(matter.programme()))
                .count();
        return held.getOrDefault(new Taken(request.shown(), matter.programme(), request.step()), 0L) + here;
    }
}

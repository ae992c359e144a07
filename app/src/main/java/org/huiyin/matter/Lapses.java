package org.huiyin.matter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.org.Actor;
import org.huiyin.programme.Programme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Takes the steps that follow from a clock running out: a rating nobody gave in time closes the matter. The idempotency key names the clock, so
 * that two machines, or one that was off for days and catches up, act once.
 */
public final class Lapses {

    private static final Logger LOG = LoggerFactory.getLogger(Lapses.class);
    private static final int AT_ONCE = 500;
    private static final String RUN_OUT = """
            select c.matter_id, c.ordinal, c.name, m.programme, m.programme_version
            from clock c join matter m on m.id = c.matter_id
            where c.running and c.name = any(:names) and c.due_at <= :now and c.unit is null and c.matter_id > :after
              and (m.programme, m.programme_version, c.name) in
                (select programme, version, name from unnest(:programmes, :versions, :names) l(programme, version, name))
            order by c.matter_id limit :most
            """;

    /** A clock of one version of a programme; another may have one of the same name and mean something else by it. */
    private record Named(String programme, int version, String clock) {}

    private record RunOut(long matter, int ordinal, Named clock) {}

    private final Desk.Equipment equipment;
    private final JdbcClient database;
    private final Desk desk;

    Lapses(Desk.Equipment equipment, Desk desk) {
        this.equipment = equipment;
        this.database = JdbcClient.create(equipment.database());
        this.desk = desk;
    }

    /** Acts on every clock that has run out by now. */
    @Scheduled(fixedDelay = 60_000, initialDelay = 20_000)
    public void act() {
        Map<Named, String> steps = steps();
        Instant now = equipment.clock().instant();
        long after = 0;
        List<RunOut> found;
        do {
            found = runOut(List.copyOf(steps.keySet()), now, after);
            take(found, steps);
            after = found.isEmpty() ? after : found.getLast().matter();
        } while (found.size() == AT_ONCE);
    }

    /** Which step follows from which clock, over all versions of all programmes. */
    private Map<Named, String> steps() {
        Map<Named, String> steps = new HashMap<>();
        for (Programme programme : equipment.programmes().versions()) {
            programme.clocks().values().forEach(clock -> {
                String lapse = clock.lapse();
                if (lapse != null) {
                    steps.put(new Named(programme.name(), programme.version(), clock.name()), lapse);
                }
            });
        }
        return steps;
    }

    private List<RunOut> runOut(List<Named> clocks, Instant now, long after) {
        return database.sql(RUN_OUT)
                .param("names", clocks.stream().map(Named::clock).toArray(String[]::new))
                .param("programmes", clocks.stream().map(Named::programme).toArray(String[]::new))
                .param("versions", clocks.stream().map(Named::version).toArray(Integer[]::new))
                .param("now", Worklists.time(now))
                .param("after", after)
                .param("most", AT_ONCE)
                .query((row, n) -> new RunOut(
                        row.getLong(1), row.getInt(2), new Named(row.getString(4), row.getInt(5), row.getString(3))))
                .list();
    }

    private void take(List<RunOut> found, Map<Named, String> steps) {
        List<StepRequest> requests = new ArrayList<>();
        for (RunOut one : found) {
            requests.add(StepRequest.further(
                    new MatterNumber(one.matter()),
                    StepRequest.ANY,
                    steps.getOrDefault(one.clock(), ""),
                    Actor.SYSTEM,
                    Map.of(),
                    "lapse:" + one.matter() + ":" + one.ordinal()));
        }
        List<Outcome> outcomes = desk.performAll(requests);
        for (int i = 0; i < outcomes.size(); i++) {
            if (!(outcomes.get(i) instanceof Outcome.Done)) {
                LOG.warn(
                        "Clock {} of matter {} ran out, but its step was refused: {}",
                        found.get(i).clock().clock(),
                        found.get(i).matter(),
                        outcomes.get(i));
            }
        }
    }
}

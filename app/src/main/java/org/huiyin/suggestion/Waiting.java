package org.huiyin.suggestion;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.programme.Programmes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Suggests for matters that wait to be given to a unit, a few seconds after they came and apart from the Desk: who raises or dispatches never
 * waits for it. Of several machines one works at a time.
 */
final class Waiting {

    private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
    private static final int AT_ONCE = 200;
    private static final String LOCK = "select pg_try_advisory_xact_lock(8311, 180)";
    private static final String UNTOLD = """
            select m.id, s.fields ->> 'title', coalesce(s.fields ->> 'description', '')
            from matter m join step s on s.matter_id = m.id and s.seq = 1
            where m.worklist = any(:worklists) and m.desk_unit is not null and m.programme = :programme and m.state = any(:states)
              and not exists (select 1 from matter_suggestion g where g.matter_id = m.id and g.version = m.version and g.model = :model)
            order by m.id desc limit :most
            """;

    private final JdbcClient database;
    private final Serving serving;
    private final SuggestedMatters suggested;
    private final City city;
    private final TransactionTemplate transaction;
    private final AtomicBoolean working = new AtomicBoolean();

    /** What is looked up for a suggestion. */
    record City(MatterLookup lookup, Organisation organisation, Programmes programmes, InstantSource clock) {}

    private record Text(long matter, String title, String body) {}

    Waiting(
            JdbcClient database,
            Serving serving,
            SuggestedMatters suggested,
            City city,
            TransactionTemplate transaction) {
        this.database = database;
        this.serving = serving;
        this.suggested = suggested;
        this.city = city;
        this.transaction = transaction;
    }

    /** Apart, so that other timed work is not held up. */
    @Scheduled(fixedDelay = 3_000, initialDelay = 5_000)
    void look() {
        if (working.compareAndSet(false, true)) {
            Thread.ofVirtual().name("suggesting").start(() -> {
                try {
                    work();
                } catch (RuntimeException e) {
                    LOG.warn("Matters wait without a suggestion until this goes on: {}", e.toString());
                } finally {
                    working.set(false);
                }
            });
        }
    }

    /** Takes over the model in force and suggests for all that waits. */
    void work() {
        serving.refresh();
        for (Routed routed : Routed.all(city.programmes())) {
            Serving.Held held = serving.all().get(routed.programme());
            CityModel model = held == null ? null : held.model();
            if (held != null && model != null) {
                while (batch(routed, held.id(), model) == AT_ONCE) {
                    // the next batch
                }
            }
        }
    }

    private int batch(Routed routed, long id, CityModel model) {
        Integer done = transaction.execute(status -> {
            if (!database.sql(LOCK).query(Boolean.class).single()) {
                return 0;
            }
            List<Text> texts = untold(routed, id);
            if (!texts.isEmpty()) {
                suggested.put(routed.programme(), id, city.clock().instant(), suggest(texts, id, model));
            }
            return texts.size();
        });
        return done == null ? 0 : done;
    }

    private List<Text> untold(Routed routed, long model) {
        return database.sql(UNTOLD)
                .param("worklists", routed.worklists().toArray(String[]::new))
                .param("programme", routed.programme())
                .param("states", routed.waiting().toArray(String[]::new))
                .param("model", model)
                .param("most", AT_ONCE)
                .query((row, n) -> new Text(row.getLong(1), row.getString(2), row.getString(3)))
                .list();
    }

    private List<Suggested> suggest(List<Text> texts, long id, CityModel model) {
        Map<Long, Matter> matters =
                city.lookup().findAll(texts.stream().map(Text::matter).toList());
        List<Suggested> all = new ArrayList<>();
        for (Text text : texts) {
            Matter matter = matters.get(text.matter());
            if (matter != null) {
                Advice advice = model.suggest(text.title(), text.body(), matter.place(), unit -> may(matter, unit));
                all.add(new Suggested(
                        matter.id(), matter.version(), id, city.clock().instant(), advice));
            }
        }
        return all;
    }

    /** Not one that gave it back, and none that has nothing to do any more. */
    private boolean may(Matter matter, int unit) {
        boolean gaveItBack =
                matter.timesThisRound("return") > 0 && Integer.valueOf(unit).equals(matter.lead());
        return !gaveItBack
                && city.organisation().units().find(unit).filter(Unit::active).isPresent();
    }
}

package org.huiyin.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.huiyin.notice.Audience;
import org.huiyin.notice.Messages;
import org.huiyin.notice.Telling;
import org.huiyin.notice.Word;
import org.huiyin.org.Role;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.Text;
import org.huiyin.supervision.Rung.When;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What clocks bring about when they become near due and when they run out: a first instrument, or a word to those who should know. Each batch is
 * one transaction; {@code stage_act} lets a stage act once, and a clock another node holds is passed over.
 */
final class Stages {

    private static final int AT_ONCE = 200;

    private static final String NEAR = """
            select c.matter_id, c.ordinal, c.name, c.unit, cardinality(string_to_array(c.extensions, ',')), c.near_at, c.due_at, c.started_at,
              m.programme, m.lead_unit, m.desk_unit, m.office_unit, m.place, m.public_title
            from clock c join matter m on m.id = c.matter_id
            where c.running and c.name = any(:names) and c.near_at <= :now and m.programme = any(:programmes)
              and not exists (select 1 from stage_act s where s.matter_id = c.matter_id and s.ordinal = c.ordinal and s.stage = 'near'
                and s.term = cardinality(string_to_array(c.extensions, ',')))
            order by c.near_at, c.matter_id limit :most
            for update of c skip locked
            """;
    private static final String OVERDUE = """
            select c.matter_id, c.ordinal, c.name, c.unit, cardinality(string_to_array(c.extensions, ',')), c.due_at, c.due_at, c.started_at,
              m.programme, m.lead_unit, m.desk_unit, m.office_unit, m.place, m.public_title
            from clock c join matter m on m.id = c.matter_id
            where c.running and c.name = any(:names) and c.due_at <= :now and m.programme = any(:programmes)
              and not exists (select 1 from stage_act s where s.matter_id = c.matter_id and s.ordinal = c.ordinal and s.stage = 'overdue'
                and s.term = cardinality(string_to_array(c.extensions, ',')))
            order by c.due_at, c.matter_id limit :most
            for update of c skip locked
            """;

    private final Ladders ladders;
    private final Programmes programmes;
    private final Ledger ledger;
    private final Servings servings;
    private final Messages messages;

    Stages(Ladders ladders, Programmes programmes, Ledger ledger, Servings servings, Messages messages) {
        this.ladders = ladders;
        this.programmes = programmes;
        this.ledger = ledger;
        this.servings = servings;
        this.messages = messages;
    }

    /** Acts on the clocks that became near due first; false when none was left. */
    boolean nearDue(JdbcClient database, Instant now) {
        List<Occasion> found = found(database, NEAR, ladders.clocks(Ladder::nearDue), now);
        // one that ran out meanwhile is told so by the next stage; a reminder now would only be noise
        act(database, found, "near", When.NEAR, occasion -> occasion.due().isAfter(now), now);
        return found.size() == AT_ONCE;
    }

    /** Acts on the clocks that ran out first; false when none was left. */
    boolean overdue(JdbcClient database, Instant now) {
        List<Occasion> found = found(database, OVERDUE, ladders.clocks(Ladder::overdue), now);
        act(database, found, "overdue", When.DUE, occasion -> true, now);
        return found.size() == AT_ONCE;
    }

    private List<Occasion> found(JdbcClient database, String sql, Set<String> names, Instant now) {
        return database.sql(sql)
                .param("names", names.toArray(String[]::new))
                .param("programmes", ladders.programmes().toArray(String[]::new))
                .param("now", Occasions.time(now))
                .param("most", AT_ONCE)
                .query((row, n) -> Occasions.read(row))
                .list();
    }

    private void act(
            JdbcClient database,
            List<Occasion> found,
            String stage,
            When when,
            Predicate<Occasion> worth,
            Instant now) {
        List<Occasion> mine =
                ledger.claim(database, found, stage, now).stream().filter(worth).toList();
        List<Serving> first = mine.stream()
                .flatMap(occasion -> rung(occasion, when).map(rung -> serving(occasion, rung)).stream())
                .toList();
        Set<Long> stood = new HashSet<>(ledger.stand(database, first, now));
        List<Serving> standing = first.stream()
                .filter(one -> stood.contains(one.occasion().matter()))
                .toList();
        servings.serve(database, ledger.claimRungs(database, standing, now), now);
        List<Telling> tellings = new ArrayList<>();
        for (Occasion occasion : mine) {
            if (reminds(occasion, when)) {
                tellings.add(telling(occasion, when));
            }
        }
        messages.tell(database, tellings, now);
    }

    /** Only the matter's own clock climbs; co-handlers are reminded, the lead answers for all. */
    private Optional<Rung> rung(Occasion occasion, When when) {
        return occasion.unit() != null || occasion.lead() == null
                ? Optional.empty()
                : ladders.of(occasion.programme(), occasion.began())
                        .filter(ladder -> ladder.climbs().equals(occasion.clock()))
                        .flatMap(ladder -> ladder.at(when));
    }

    private static Serving serving(Occasion occasion, Rung rung) {
        int unit = occasion.lead() == null ? occasion.office() : occasion.lead();
        return new Serving(occasion, rung, unit, Serving.By.machine(occasion.office()), "");
    }

    private boolean reminds(Occasion occasion, When when) {
        return rung(occasion, when).isEmpty()
                && ladders.of(occasion.programme(), occasion.began())
                        .map(ladder -> when == When.NEAR ? ladder.nearDue() : ladder.overdue())
                        .filter(names -> names.contains(occasion.clock()))
                        .isPresent();
    }

    private Telling telling(Occasion occasion, When when) {
        int unit = occasion.unit() != null
                ? occasion.unit()
                : occasion.desk() != null ? occasion.desk() : occasion.office();
        List<Audience> to =
                new ArrayList<>(List.of(Audience.at(unit, Role.HANDLER), Audience.at(unit, Role.DISPATCHER)));
        if (when == When.DUE) {
            to.add(Audience.at(unit, Role.UNIT_HEAD));
        }
        return new Telling(
                when == When.NEAR ? "near-due" : "overdue",
                to,
                List.of(
                        Word.of(occasion.title()),
                        occasion.number().toString(),
                        Word.of(clock(occasion)),
                        Word.of(occasion.due())),
                "/desk/matters/" + occasion.number(),
                occasion.matter(),
                occasion.at(),
                0);
    }

    private Text clock(Occasion occasion) {
        return programmes
                .inForce(
                        occasion.programme(),
                        occasion.began().atZone(ladders.zone()).toLocalDate())
                .map(Programme::clocks)
                .map(clocks -> clocks.get(occasion.clock()))
                .map(Programme.ClockRule::title)
                .orElse(new Text(occasion.clock(), occasion.clock()));
    }
}

package org.huiyin.matter;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.Relation;
import org.springframework.stereotype.Component;

/** Writes down who last took a step on a matter that people outside the house may take, as whom they had shown themselves; "" for the house. */
@Component
class AskerScribe implements Projection, Forgetting {

    private static final String TAKEN = """
            insert into matter_asker (matter_id, seq, step, state, asker, account)
            select matter_id, seq, step, state, asker, account from unnest(?, ?, ?, ?, ?, ?) u(matter_id, seq, step, state, asker, account)
            on conflict (matter_id) do update set seq = excluded.seq, step = excluded.step, state = excluded.state, asker = excluded.asker,
              account = excluded.account
            """;
    private static final String FORGET = """
            delete from matter_asker where matter_id = any(?)
            """;
    private static final String SHADOW = """
            create temp table matter_asker (like public.matter_asker including indexes) on commit drop
            """;
    /** That the house took it is written down only over somebody else, and of what was anonymised nobody is left. */
    private static final String DIFFERENT = """
            select coalesce(was.matter_id, again.matter_id),
              case when was.matter_id is null then 'missing' when again.matter_id is null then 'without steps' else 'different' end
            from (select matter_id, seq, step, state, asker, account from public.matter_asker where asker <> '') was
            full join (select matter_id, seq, step, state, asker, account from pg_temp.matter_asker where asker <> '') again
              on again.matter_id = was.matter_id
            where row(was.*) is distinct from row(again.*) order by 1 limit 1000
            """;

    private final Programmes programmes;

    AskerScribe(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        Map<Long, Step> last = new TreeMap<>();
        for (Accepted one : batch) {
            boolean open = programmes
                    .version(one.after().programme(), one.after().programmeVersion())
                    .step(one.step().name())
                    .filter(rule -> rule.by().contains(Relation.KNOWN))
                    .isPresent();
            if (open) {
                last.put(one.step().matter(), one.step());
            }
        }
        Columns taken = new Columns("int8", "int4", "text", "text", "text", "int8");
        last.values()
                .forEach(step -> taken.add(
                        step.matter(),
                        step.seq(),
                        step.name(),
                        step.toState(),
                        step.asker(),
                        step.asker().isEmpty() ? 0L : step.by().account()));
        writes.add(TAKEN, taken);
    }

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        Forgetting.execute(connection, matters, FORGET);
    }

    @Override
    public String shadow() {
        return SHADOW;
    }

    @Override
    public List<Comparison> comparisons() {
        return List.of(new Comparison("matter_asker", DIFFERENT));
    }
}

package org.huiyin.replay;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.huiyin.HuiyinApplication;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Doctor;
import org.huiyin.testing.TestDatabase;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application without pages over a database of its own. */
final class ReplayApp implements AutoCloseable {

    private final DataSource database = TestDatabase.fresh();
    private final ConfigurableApplicationContext context = new SpringApplicationBuilder(HuiyinApplication.class)
            .web(WebApplicationType.NONE)
            .lazyInitialization(true)
            .initializers(
                    starting -> ((GenericApplicationContext) starting).registerBean(DataSource.class, () -> database))
            .properties("huiyin.key-file=target/test-keys/huiyin.key", "huiyin.evidence.directory=target/test-evidence")
            .run();

    Replayed play(Reading reading) {
        return play(reading, Progress.SILENT);
    }

    Replayed play(Reading reading, Progress progress) {
        return context.getBean(RecordPlayer.class).play(reading, progress);
    }

    /** Record → the state its matter stands in. */
    Map<String, String> states() {
        return JdbcClient.create(database)
                .sql("""
                        select s.fields ->> 'reference' as reference, m.state from matter m
                        join step s on s.matter_id = m.id and s.seq = 1
                        """)
                .query((row, n) -> Map.entry(row.getString("reference"), row.getString("state")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Every step ever taken, in words that do not depend on when it was recorded. */
    List<String> steps() {
        return JdbcClient.create(database)
                .sql("""
                        select s.occurred_at || ' ' || s.name || ' ' || s.from_state || ' ' || s.to_state || ' ' || (first.fields ->> 'reference')
                        from step s join step first on first.matter_id = s.matter_id and first.seq = 1
                        order by 1
                        """)
                .query((row, n) -> Objects.requireNonNull(row.getString(1)))
                .list();
    }

    /** Unit by its English name → part → how often it was counted, all time together. */
    Map<String, Map<String, Long>> tallied() {
        Map<String, Map<String, Long>> tallied = new TreeMap<>();
        JdbcClient.create(database).sql("""
                        select u.name_en, part, sum(t.n) from tallied t cross join unnest(string_to_array(t.parts, ',')) part
                        join unit u on u.id = t.key::int where t.dimension = 'unit' group by u.name_en, part
                        """).query(row -> {
            tallied.computeIfAbsent(row.getString(1), unit -> new TreeMap<>()).put(row.getString(2), row.getLong(3));
        });
        return tallied;
    }

    Doctor.Report examined() throws Exception {
        return new Doctor(context.getBean(Desk.Equipment.class)).examine(steps -> {});
    }

    @Override
    public void close() {
        context.close();
    }
}

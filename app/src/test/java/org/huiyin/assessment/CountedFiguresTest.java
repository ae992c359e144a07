package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import org.huiyin.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class CountedFiguresTest {

    private static final String UNITS = """
            insert into unit (code, name_zh, name_en, class) select 'u' || n, '单位' || n, 'Unit ' || n, 'department' from generate_series(1, 200) n
            """;
    private static final String FACTS = """
            insert into fact (matter_id, seq, programme, unit, town, category, at, parts)
            select 20260000000 + n, 1, 'three-lists', (select min(id) from unit) + n * 7 % 200, '421002005', 'roads',
              timestamptz '2022-01-01Z' + n * interval '8 minutes', '{raised}' from generate_series(1, 250000) n
            """;

    @Test
    void a_day_in_many_years_is_read_from_its_own_stretch_of_the_index() {
        JdbcClient database = JdbcClient.create(TestDatabase.fresh());
        database.sql(UNITS).update();
        database.sql(FACTS).update();
        database.sql("analyze").update();
        OffsetDateTime from = OffsetDateTime.parse("2025-03-01T00:00:00+08:00");

        List<String> plan = database.sql("explain (analyze, timing off, costs off) " + CountedFigures.FROM_FACTS)
                .param("programme", "three-lists")
                .param("from", from)
                .param("until", from.plusDays(1))
                .query((row, n) -> Objects.requireNonNull(row.getString(1)))
                .list();
        long counted = database.sql("select sum(n) from (" + CountedFigures.FROM_FACTS + ") day")
                .param("programme", "three-lists")
                .param("from", from)
                .param("until", from.plusDays(1))
                .query(Long.class)
                .single();

        assertThat(String.join("\n", plan)).contains("fact_unit").doesNotContain("Seq Scan on fact");
        assertThat(counted).isEqualTo(180);
    }
}

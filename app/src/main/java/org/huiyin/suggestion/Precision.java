package org.huiyin.suggestion;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How suggestions compare with where matters ended: what was first suggested for each matter, and the unit and category it was answered with.
 * Counted from the matters themselves at each look.
 */
@Component
class Precision {

    private static final String WHOLE = """
            select count(*), count(*) filter (where unit_sure), count(*) filter (where category_sure) from (
              select distinct on (matter_id) unit_sure, category_sure from matter_suggestion
              where programme = :programme and at >= :since order by matter_id, version) f
            """;
    private static final String BY_UNIT = """
            with f as (select distinct on (matter_id) matter_id, unit, unit_sure from matter_suggestion
              where programme = :programme and at >= :since order by matter_id, version)
            select f.unit::text, count(*), count(*) filter (where f.unit = m.lead_unit)
            from f join matter m on m.id = f.matter_id
            where f.unit_sure and m.list = any(:lists) and m.lead_unit is not null and m.merged_into is null
            group by f.unit order by count(*) desc, f.unit limit 300
            """;
    private static final String BY_CATEGORY = """
            with f as (select distinct on (matter_id) matter_id, category, category_sure from matter_suggestion
              where programme = :programme and at >= :since order by matter_id, version)
            select f.category, count(*), count(*) filter (where f.category = m.category)
            from f join matter m on m.id = f.matter_id
            where f.category_sure and m.list = any(:lists) and m.lead_unit is not null and m.merged_into is null
            group by f.category order by count(*) desc, f.category limit 300
            """;
    private static final String CASES_OF_UNIT = """
            with f as (select distinct on (matter_id) matter_id, unit, unit_sure, unit_share from matter_suggestion
              where programme = :programme and at >= :since order by matter_id, version)
            select m.id, m.lead_unit::text, f.unit_share
            from f join matter m on m.id = f.matter_id
            where f.unit_sure and f.unit::text = :value and m.list = any(:lists) and m.lead_unit is not null and m.merged_into is null
              and (not :wrong or f.unit <> m.lead_unit) and m.id < :before
            order by m.id desc limit :most
            """;
    private static final String CASES_OF_CATEGORY = """
            with f as (select distinct on (matter_id) matter_id, category, category_sure, category_share from matter_suggestion
              where programme = :programme and at >= :since order by matter_id, version)
            select m.id, m.category, f.category_share
            from f join matter m on m.id = f.matter_id
            where f.category_sure and f.category = :value and m.list = any(:lists) and m.lead_unit is not null and m.merged_into is null
              and (not :wrong or f.category <> m.category) and m.id < :before
            order by m.id desc limit :most
            """;

    private final JdbcClient database;

    Precision(JdbcClient database) {
        this.database = database;
    }

    /** What is counted: units or categories. */
    enum Of {
        UNIT,
        CATEGORY
    }

    /**
     * All suggestions of some time.
     *
     * @param matters for how many matters something was thought of
     * @param units how many of these were sure enough of a unit
     * @param categories how many were sure enough of a category
     */
    record Whole(int matters, int units, int categories) {}

    /** Suggestions of one unit or category whose matters have been answered, and how many ended there. */
    record Row(String value, int n, int right) {}

    /** Where one matter ended, and how sure the suggestion was. */
    record Case(long matter, String ended, double share) {}

    /**
     * Which matters.
     *
     * @param wrong only those that ended elsewhere
     * @param before only those before this one; null for the newest
     */
    record Asked(
            Of of, String value, boolean wrong, @Nullable Long before) {}

    Whole whole(Routed routed, Instant since) {
        return database.sql(WHOLE)
                .param("programme", routed.programme())
                .param("since", Models.time(since))
                .query((row, n) -> new Whole(row.getInt(1), row.getInt(2), row.getInt(3)))
                .single();
    }

    List<Row> rows(Of of, Routed routed, Instant since) {
        return database.sql(of == Of.UNIT ? BY_UNIT : BY_CATEGORY)
                .param("programme", routed.programme())
                .param("since", Models.time(since))
                .param("lists", routed.answered().toArray(String[]::new))
                .query((row, n) -> new Row(row.getString(1), row.getInt(2), row.getInt(3)))
                .list();
    }

    List<Case> cases(Asked asked, Routed routed, Instant since, int most) {
        Long before = asked.before();
        return database.sql(asked.of() == Of.UNIT ? CASES_OF_UNIT : CASES_OF_CATEGORY)
                .param("programme", routed.programme())
                .param("since", Models.time(since))
                .param("lists", routed.answered().toArray(String[]::new))
                .param("value", asked.value())
                .param("wrong", asked.wrong())
                .param("before", before == null ? Long.MAX_VALUE : before)
                .param("most", most)
                .query((row, n) -> new Case(row.getLong(1), row.getString(2), row.getDouble(3)))
                .list();
    }
}

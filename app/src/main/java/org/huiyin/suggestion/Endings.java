package org.huiyin.suggestion;

import java.time.OffsetDateTime;
import java.util.List;
import org.huiyin.org.Organisation;
import org.huiyin.privacy.Masking;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The matters a city may learn from: answered, neither confidential nor merged nor anonymised, each with the unit and the category it ended
 * with, whatever it was first taken for. What identifies a person is blanked before anything is learned.
 */
@Component
class Endings {

    private static final int MOST = 20_000;
    private static final String NEWEST = """
            select m.id, s.fields ->> 'title', coalesce(s.fields ->> 'description', ''), m.place, m.category, m.lead_unit, m.raised_at
            from matter m join step s on s.matter_id = m.id and s.seq = 1
            where m.programme = :programme and m.list = any(:lists) and not m.confidential and m.lead_unit is not null and m.category <> ''
              and m.merged_into is null and not exists (select 1 from anonymised a where a.matter_id = m.id)
            order by m.id desc limit :most
            """;
    private static final String ENOUGH = """
            select count(*) from (
              select 1 from matter where programme = :programme and list = any(:lists) and not confidential and lead_unit is not null limit :most) m
            """;

    private final JdbcClient database;
    private final Organisation organisation;

    Endings(JdbcClient database, Organisation organisation) {
        this.database = database;
        this.organisation = organisation;
    }

    /** The newest twenty thousand. */
    List<Ended> of(Routed routed) {
        return database.sql(NEWEST)
                .param("programme", routed.programme())
                .param("lists", routed.answered().toArray(String[]::new))
                .param("most", MOST)
                .query((row, n) -> new Ended(
                        row.getLong(1),
                        Masking.mask(row.getString(2)),
                        Masking.mask(row.getString(3)),
                        row.getString(4),
                        row.getString(5),
                        office(row.getInt(6)),
                        row.getInt(6),
                        row.getObject(7, OffsetDateTime.class).toInstant()))
                .list();
    }

    /** The bureaus of two districts are of one kind: 沙市区城市管理执法局 and 荆州区城市管理执法局. */
    private String office(int unit) {
        return organisation
                .units()
                .find(unit)
                .map(one -> organisation
                        .places()
                        .find(one.place())
                        .map(place -> one.name().zh().replace(place.name().zh(), ""))
                        .orElse(one.name().zh()))
                .orElse("");
    }

    /** Whether there are at least so many, or nearly. */
    boolean enough(Routed routed, int fewest) {
        return database.sql(ENOUGH)
                        .param("programme", routed.programme())
                        .param("lists", routed.answered().toArray(String[]::new))
                        .param("most", fewest)
                        .query(Integer.class)
                        .single()
                >= fewest;
    }
}

package org.huiyin.assessment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.huiyin.matter.Columns;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.programme.Measures.Part;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The matters behind a figure, one row for each time it was counted, oldest first. Each unit's share is read from its own stretch of the index
 * and the shares are merged.
 */
@Component
class Cases {

    private static final String FACTS = """
            select r.matter_id, r.seq, r.unit, r.town, r.category, r.at
            from unnest(:units) u(unit) cross join lateral (
              select f.matter_id, f.seq, f.unit, f.town, f.category, f.at from fact f
              where f.unit = u.unit and f.programme = :programme and f.at >= :from and f.at < :until
                and (f.at, f.matter_id, f.seq) > (:after_at, :after_matter, :after_seq) and :part = any(f.parts)
                and (:place::text is null or f.town like :place) and (:category::text is null or f.category = :category)
                and not exists (select 1 from unnest(:matters, :ex_units, :froms, :untils) e(matter_id, unit, from_at, until_at)
                  where e.matter_id = f.matter_id and e.unit = f.unit and f.at >= timestamptz 'epoch' + e.from_at * interval '1 microsecond'
                    and f.at < timestamptz 'epoch' + e.until_at * interval '1 microsecond')
              order by f.at, f.matter_id, f.seq limit :limit) r
            order by r.at, r.matter_id, r.seq limit :limit
            """;
    private static final String CLOCKS = """
            select j.matter_id, j.ordinal, j.unit, j.town, j.category, j.due_at
            from judged_clock j
            where j.programme = :programme and j.clock = :clock and j.due_at >= :from and j.due_at < :until and j.due_at <= :now
              and (j.due_at, j.matter_id, j.ordinal) > (:after_at, :after_matter, :after_seq) and (j.kept or not :kept)
              and (:units::int[] is null or j.unit = any(:units::int[]))
              and (:place::text is null or j.town like :place) and (:category::text is null or j.category = :category)
              and not exists (select 1 from unnest(:matters, :ex_units, :froms, :untils) e(matter_id, unit, from_at, until_at)
                where e.matter_id = j.matter_id and e.unit = j.unit and j.due_at >= timestamptz 'epoch' + e.from_at * interval '1 microsecond'
                  and j.due_at < timestamptz 'epoch' + e.until_at * interval '1 microsecond')
            order by j.due_at, j.matter_id, j.ordinal limit :limit
            """;

    private final JdbcClient database;
    private final Organisation organisation;

    Cases(JdbcClient database, Organisation organisation) {
        this.database = database;
        this.organisation = organisation;
    }

    /** One time a matter was counted. */
    record Case(long matter, int seq, int unit, String town, String category, Instant at) {

        String cursor() {
            return Columns.micros(at) + "-" + matter + "-" + seq;
        }
    }

    /** Where a page goes on. */
    record After(Instant at, long matter, int seq) {

        static final After START = new After(Instant.EPOCH, 0, -1);

        /** Reads a cursor; whatever is none begins at the start. */
        static After parse(String written) {
            if (!written.matches("\\d{1,17}-\\d{1,12}-\\d{1,6}")) {
                return START;
            }
            String[] parts = written.split("-");
            return new After(
                    Columns.instant(Long.parseLong(parts[0])), Long.parseLong(parts[1]), Integer.parseInt(parts[2]));
        }
    }

    /** At most so many, behind a place of the list. */
    List<Case> page(Selection of, Part part, Instant now, LeftOut leftOut, After after, int limit) {
        String key = of.key();
        boolean byUnit = of.by().dimension() == org.huiyin.programme.Measures.Dimension.UNIT;
        boolean byPlace = of.by().dimension() == org.huiyin.programme.Measures.Dimension.TOWN;
        JdbcClient.StatementSpec statement = database.sql(part.clock() == null ? FACTS : CLOCKS)
                .param("programme", of.measures().programme())
                .param("from", Exclusions.time(of.period().from()))
                .param("until", Exclusions.time(of.period().until()))
                .param("after_at", Exclusions.time(after.at()))
                .param("after_matter", after.matter())
                .param("after_seq", after.seq())
                .param("place", of.towns())
                .param("category", byUnit || byPlace ? null : key)
                .param("matters", leftOut.matters())
                .param("ex_units", leftOut.units())
                .param("froms", leftOut.froms())
                .param("untils", leftOut.untils())
                .param("limit", limit);
        statement = part.clock() == null
                ? statement.param("units", units(of.by(), byUnit ? key : null)).param("part", part.name())
                : statement
                        .param("clock", part.clock())
                        .param("kept", part.kept())
                        .param("now", Exclusions.time(now))
                        .param(
                                "units",
                                byUnit && (key != null || !of.by().kind().isEmpty()) ? units(of.by(), key) : null);
        return statement.query((row, n) -> read(row)).list();
    }

    /** The units a list goes through: one, those of a class, or all and none in particular. */
    private Integer[] units(By by, @Nullable String key) {
        if (key != null) {
            return new Integer[] {Integer.valueOf(key)};
        }
        Stream<Integer> all = organisation.units().all().stream()
                .filter(unit -> by.kind().isEmpty() || unit.kind().key().equals(by.kind()))
                .map(Unit::id);
        return (by.kind().isEmpty() ? Stream.concat(Stream.of(0), all) : all).toArray(Integer[]::new);
    }

    static Case read(ResultSet row) throws SQLException {
        return new Case(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, OffsetDateTime.class).toInstant());
    }
}

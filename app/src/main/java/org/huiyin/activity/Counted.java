package org.huiyin.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.org.Actor;
import org.huiyin.org.Reach;
import org.huiyin.register.Entries;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists what figures count, from the acts as they were known at a moment and within the reader's reach. A count is the length of its list. */
@Component
class Counted {

    private static final String THERE = """
            select t.who, t.on_day, t.activity_id, a.title
            from activity_there(:known, :zone) t join activity a on a.id = t.activity_id
            where t.kind = :kind and t.on_day >= :from and t.on_day < :to and a.place like :place || '%'
              and (:everywhere or a.unit = any(:units) or not :private
                and exists (select 1 from unnest(:places) reach(code) where a.place like reach.code || '%'))
            order by t.on_day, t.activity_id, t.session, t.who
            """;

    private final JdbcClient database;
    private final Entries entries;
    private final ZoneId zone;

    Counted(JdbcClient database, Entries entries, @Value("${huiyin.zone}") ZoneId zone) {
        this.database = database;
        this.entries = entries;
        this.zone = zone;
    }

    /**
     * Which activities are counted.
     *
     * @param to the day after the last
     * @param place a code prefix; empty for everywhere within reach
     * @param known what was recorded by then
     */
    record Asked(Kind kind, LocalDate from, LocalDate to, String place, Instant known) {}

    /** One time that counts; an entry of a register counts without a day. */
    record One(String who, LocalDate day, long activity, String title) {}

    List<One> there(Actor reader, Asked asked) {
        Reach reach = reader.reach();
        return database.sql(THERE)
                .param("known", ActivityRows.time(asked.known()))
                .param("zone", zone.getId())
                .param("kind", asked.kind().name())
                .param("from", asked.from())
                .param("to", asked.to())
                .param("place", asked.place())
                .param("everywhere", reach.everywhere())
                .param("units", reach.units().toArray(Integer[]::new))
                .param("places", reach.places().toArray(String[]::new))
                .param("private", asked.kind().publicity() == Kind.Publicity.PRIVATE)
                .query((row, n) ->
                        new One(row.getString(1), row.getObject(2, LocalDate.class), row.getLong(3), row.getString(4)))
                .list();
    }

    /** Those of them a part counts, each once. */
    static List<One> of(Figure.Part part, List<One> there) {
        Map<Object, One> once = new LinkedHashMap<>();
        for (One one : there) {
            boolean entry = one.who().startsWith("entry:");
            @Nullable
            Object key = switch (part) {
                case PEOPLE -> entry ? null : one.who();
                case ENTRIES -> entry ? one.who() : null;
                case TIMES -> one.who() + one.activity() + one.day();
                case DAYS -> entry ? null : one.who() + one.day();
                case HELD -> one.activity();
                case REGISTER -> null;
            };
            if (key != null) {
                once.putIfAbsent(key, one);
            }
        }
        return List.copyOf(once.values());
    }

    /** How many were on the register at the end of the last day. */
    long register(Asked asked) {
        return entries.present(
                asked.kind().whom().register(),
                asked.place(),
                null,
                "",
                asked.to().minusDays(1));
    }
}

package org.huiyin.supervision;

import java.time.Instant;
import java.util.List;
import org.huiyin.programme.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The instruments that were served in a time and what had come of them by an instant, for whoever reports on them. */
@Component
public class ServedInstruments {

    private static final String SERVED = """
            select i.kind, i.number_zh, i.number_en, i.matter_id, case when m.confidential then '' else m.public_title end, i.unit, m.place,
              m.category, i.served_at,
              exists (select 1 from instrument_answer a where a.instrument_id = i.id and a.answered_at <= :as_of),
              exists (select 1 from instrument_end e where e.instrument_id = i.id and e.how = 'lapsed' and e.ended_at <= :as_of)
            from instrument i join matter m on m.id = i.matter_id
            where m.programme = :programme and i.served_at >= :from and i.served_at < :until and i.served_at <= :as_of
            order by i.served_at, i.id
            """;

    private final JdbcClient database;
    private final Ladders ladders;

    ServedInstruments(JdbcClient database, Ladders ladders) {
        this.database = database;
        this.ladders = ladders;
    }

    /**
     * An instrument.
     *
     * @param unit on which it was served
     * @param lapsed whether nobody answered it in time
     */
    public record Served(
            String kind,
            Text name,
            Text number,
            long matter,
            String title,
            int unit,
            String place,
            String category,
            Instant at,
            boolean answered,
            boolean lapsed) {}

    /** The kinds there are, from the lowest rung up. */
    public List<String> kinds() {
        return ladders.kinds().stream().map(Rung::kind).toList();
    }

    /** What a kind is called. */
    public Text name(String kind) {
        return ladders.name(kind);
    }

    /** Those from one instant up to another, as far as they were served by the third. */
    public List<Served> of(String programme, Instant from, Instant until, Instant asOf) {
        return database.sql(SERVED)
                .param("programme", programme)
                .param("from", Occasions.time(from))
                .param("until", Occasions.time(until))
                .param("as_of", Occasions.time(asOf))
                .query((row, n) -> new Served(
                        row.getString(1),
                        name(row.getString(1)),
                        new Text(row.getString(2), row.getString(3)),
                        row.getLong(4),
                        row.getString(5),
                        row.getInt(6),
                        row.getString(7),
                        row.getString(8),
                        Occasions.instant(row, 9),
                        row.getBoolean(10),
                        row.getBoolean(11)))
                .list();
    }
}

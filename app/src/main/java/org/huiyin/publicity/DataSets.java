package org.huiyin.publicity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.huiyin.frame.Formats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Which sets of open data there are, for all machines: who makes one claims its day first, so that each is made once. */
@Component
class DataSets {

    /** Whoever takes longer has died of it, and another begins anew. */
    private static final Duration LONGEST = Duration.ofHours(2);

    private static final JsonMapper JSON = new JsonMapper();

    private static final String CLAIM = """
            insert into open_data as o (day, begun_at) values (:day, :now)
            on conflict (day) do update set begun_at = excluded.begun_at, made_at = null, told = null, recalled_at = null
              where o.recalled_at is not null or (o.made_at is null and o.begun_at < :stale) or (o.made_at is not null and :again)
            returning day
            """;
    private static final String MADE = """
            update open_data set made_at = :now, told = :told where day = :day and begun_at = :begun and recalled_at is null
            """;
    private static final String RELEASE = """
            delete from open_data where day = :day and begun_at = :begun and made_at is null
            """;
    private static final String NEWEST = """
            select told from open_data where made_at is not null and recalled_at is null and day > :oldest order by day desc limit 1
            """;
    private static final String OF = """
            select told from open_data where made_at is not null and recalled_at is null and day > :oldest and day = :day
            """;
    private static final String FORGET = """
            delete from open_data where day <= :oldest
            """;

    private final JdbcClient database;
    private final InstantSource clock;
    private final DataSettings settings;

    DataSets(JdbcClient database, InstantSource clock, DataSettings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    }

    /** The newest that may be handed out. */
    Optional<DataSet> newest() {
        return database.sql(NEWEST)
                .param("oldest", oldest())
                .query(String.class)
                .optional()
                .map(DataSets::read);
    }

    /** That of a day, while it may be handed out. */
    Optional<DataSet> of(LocalDate day) {
        return database.sql(OF)
                .param("oldest", oldest())
                .param("day", day)
                .query(String.class)
                .optional()
                .map(DataSets::read);
    }

    /**
     * Claims today's, to make it; empty while another makes it, or when it is made.
     *
     * @param again also when it was made, because its files are not there
     */
    Optional<Instant> claim(boolean again) {
        Instant now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        return database.sql(CLAIM)
                .param("day", today())
                .param("now", time(now))
                .param("stale", time(now.minus(LONGEST)))
                .param("again", again)
                .query(java.sql.Date.class)
                .optional()
                .map(day -> now);
    }

    /** From now on it is handed out; false when something in it was taken out of view meanwhile. */
    boolean made(DataSet set, Instant begun) {
        return database.sql(MADE)
                        .param("day", set.day())
                        .param("begun", time(begun))
                        .param("now", time(set.madeAt()))
                        .param("told", JSON.writeValueAsString(set))
                        .update()
                == 1;
    }

    /** Gives a claim back that came to nothing. */
    void release(LocalDate day, Instant begun) {
        database.sql(RELEASE).param("day", day).param("begun", time(begun)).update();
    }

    void forget() {
        database.sql(FORGET).param("oldest", oldest()).update();
    }

    private LocalDate oldest() {
        return today().minusDays(settings.days());
    }

    private static DataSet read(String told) {
        return JSON.readValue(told, DataSet.class);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

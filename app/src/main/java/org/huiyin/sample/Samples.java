package org.huiyin.sample;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.huiyin.matter.MatterNumber;
import org.huiyin.privacy.Keyring;
import org.huiyin.sample.Lot.Drawn;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Commits to seeds before their months end, draws when they are over, and keeps everything a draw can be checked by. */
@Component
public class Samples {

    private static final String COMMIT = """
            insert into sample (programme, kind, month, commitment, sealed, committed_at)
            values (:programme, :kind, :month, :commitment, :sealed, :now)
            on conflict (programme, kind, month) do nothing
            """;
    private static final String UNDRAWN = """
            select programme, kind, month, commitment, sealed, committed_at, seed, drawn_at, percent from sample
            where programme = :programme and kind = :kind and drawn_at is null and month < :month
            order by month for update skip locked
            """;
    private static final String ALL = """
            select programme, kind, month, commitment, sealed, committed_at, seed, drawn_at, percent from sample
            order by month desc, programme, kind limit :limit
            """;
    private static final String ONE = """
            select programme, kind, month, commitment, sealed, committed_at, seed, drawn_at, percent from sample
            where programme = :programme and kind = :kind and month = :month
            """;
    private static final String ENTERED = """
            select entered.matter_id, entered.lead from (select distinct s.matter_id,
              (select (l.fields ->> 'lead')::integer from step l where l.matter_id = s.matter_id and l.recorded_at <= :drawn
                and l.fields ->> 'lead' is not null order by l.seq desc limit 1) as lead
            from step s
            where s.programme = :programme and s.to_state = :state and s.from_state <> :state and s.occurred_at >= :from and s.occurred_at < :to
              and s.recorded_at <= :drawn
              and (not :still or not exists (select 1 from step later where later.matter_id = s.matter_id and later.seq > s.seq
                and later.to_state <> :state and later.recorded_at <= :drawn))) entered
            where entered.lead is not null order by entered.matter_id
            """;
    private static final String ANY_BEFORE = """
            select count(*) > 0 from sample where programme = :programme and kind = :kind and month < :month
            """;
    private static final String KEEP = """
            insert into sample_member (programme, kind, month, matter_id, unit, place, chosen)
            select :programme, :kind, :month, matter_id, unit, place, chosen
            from unnest(:matters::bigint[], :units::int[], :places::int[], :chosen::bool[]) drawn(matter_id, unit, place, chosen)
            """;
    private static final String REVEAL = """
            update sample set seed = :seed, drawn_at = :now, percent = :percent
            where programme = :programme and kind = :kind and month = :month and drawn_at is null
            """;
    private static final String MEMBERS = """
            select matter_id, unit, place, chosen from sample_member
            where programme = :programme and kind = :kind and month = :month order by unit, place
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Keyring keyring;
    private final ZoneId zone;
    private final List<Plan> plans = Plan.packaged();
    private final SeedSource seeds;

    Samples(
            JdbcClient database,
            TransactionTemplate transaction,
            Keyring keyring,
            SeedSource seeds,
            @Value("${huiyin.zone}") ZoneId zone) {
        this.database = database;
        this.transaction = transaction;
        this.keyring = keyring;
        this.seeds = seeds;
        this.zone = zone;
    }

    /**
     * A sample of a month.
     *
     * @param seed null until it is drawn
     */
    public record Sample(
            String programme,
            String kind,
            YearMonth month,
            String commitment,
            Instant committedAt,
            @Nullable String seed,
            @Nullable Instant drawnAt,
            int percent) {}

    private record Sealed(Sample sample, byte[] seed) {}

    List<Plan> plans() {
        return plans;
    }

    /** Commits to the seeds of this month and the next, and draws every month that is over. Safe at any time and on any number of nodes. */
    public void advance(Instant now) {
        YearMonth month = YearMonth.from(now.atZone(zone));
        for (Plan plan : plans) {
            commit(plan, month, now);
            // the next one too, so that an outage over a whole month leaves no month without
            commit(plan, month.plusMonths(1), now);
            transaction.executeWithoutResult(status -> draw(plan, month, now));
        }
    }

    private void commit(Plan plan, YearMonth month, Instant now) {
        String owner = owner(plan.programme(), plan.kind(), month);
        String seed = HexFormat.of().formatHex(seeds.fresh(owner));
        database.sql(COMMIT)
                .param("programme", plan.programme())
                .param("kind", plan.kind())
                .param("month", month.atDay(1))
                .param("commitment", Lot.commitment(seed))
                .param("sealed", keyring.seal(seed, owner))
                .param("now", time(now))
                .update();
    }

    private void draw(Plan plan, YearMonth present, Instant now) {
        List<Sealed> over = database.sql(UNDRAWN)
                .param("programme", plan.programme())
                .param("kind", plan.kind())
                .param("month", present.atDay(1))
                .query((row, n) -> new Sealed(read(row), row.getBytes(5)))
                .list();
        for (Sealed one : over) {
            YearMonth month = one.sample().month();
            String seed = keyring.open(one.seed(), owner(plan.programme(), plan.kind(), month));
            keep(plan, month, Lot.draw(seed, entries(plan, month, now), plan.percent()));
            database.sql(REVEAL)
                    .param("seed", seed)
                    .param("now", time(now))
                    .param("percent", plan.percent())
                    .param("programme", plan.programme())
                    .param("kind", plan.kind())
                    .param("month", month.atDay(1))
                    .update();
        }
    }

    /** What a month is drawn from and who had handled it, as the steps stood on record then; they are never changed, so it is the same for ever. */
    List<Lot.Entry> entries(Plan plan, YearMonth month, Instant drawn) {
        Plan.Window window = plan.window(month, zone);
        return database.sql(ENTERED)
                .param("programme", plan.programme())
                .param("state", plan.state())
                .param("still", plan.looksBack())
                .param("from", time(window.from()))
                .param("to", time(window.to()))
                .param("drawn", time(drawn))
                .query((row, n) -> new Lot.Entry(new MatterNumber(row.getLong(1)), row.getInt(2)))
                .list();
    }

    private void keep(Plan plan, YearMonth month, List<Drawn> drawn) {
        database.sql(KEEP)
                .param("programme", plan.programme())
                .param("kind", plan.kind())
                .param("month", month.atDay(1))
                .param("matters", column(drawn, one -> one.matter().id()).toArray(Long[]::new))
                .param("units", column(drawn, Drawn::unit).toArray(Integer[]::new))
                .param("places", column(drawn, Drawn::place).toArray(Integer[]::new))
                .param("chosen", column(drawn, Drawn::chosen).toArray(Boolean[]::new))
                .update();
    }

    private static <T> List<T> column(List<Drawn> rows, Function<Drawn, T> of) {
        return rows.stream().map(of).toList();
    }

    /** The samples of the last years, newest first. */
    List<Sample> all(int limit) {
        return database.sql(ALL)
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Sample> find(String programme, String kind, YearMonth month) {
        return database.sql(ONE)
                .param("programme", programme)
                .param("kind", kind)
                .param("month", month.atDay(1))
                .query((row, n) -> read(row))
                .optional();
    }

    /** Whether a sample of an earlier month is kept: from then on every month has one. */
    boolean anyBefore(String programme, String kind, YearMonth month) {
        return database.sql(ANY_BEFORE)
                .param("programme", programme)
                .param("kind", kind)
                .param("month", month.atDay(1))
                .query(Boolean.class)
                .single();
    }

    /** The list a sample was drawn from, as it was published. */
    List<Drawn> members(Sample sample) {
        return database.sql(MEMBERS)
                .param("programme", sample.programme())
                .param("kind", sample.kind())
                .param("month", sample.month().atDay(1))
                .query((row, n) ->
                        new Drawn(new MatterNumber(row.getLong(1)), row.getInt(2), row.getInt(3), row.getBoolean(4)))
                .list();
    }

    private static Sample read(ResultSet row) throws SQLException {
        OffsetDateTime drawn = row.getObject(8, OffsetDateTime.class);
        return new Sample(
                row.getString(1),
                row.getString(2),
                YearMonth.from(row.getObject(3, LocalDate.class)),
                row.getString(4),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getString(7),
                drawn == null ? null : drawn.toInstant(),
                row.getInt(9));
    }

    /** The steps by which a look-back at a matter of a programme ends, whichever way. */
    public List<String> looked(String programme) {
        return plans.stream()
                .filter(plan -> plan.programme().equals(programme))
                .flatMap(plan -> plan.looked().stream())
                .toList();
    }

    /** The matters that were drawn for a month; none before that. */
    public List<MatterNumber> chosen(String programme, String kind, YearMonth month) {
        return find(programme, kind, month).stream()
                .flatMap(sample -> members(sample).stream())
                .filter(Drawn::chosen)
                .map(Drawn::matter)
                .toList();
    }

    private static String owner(String programme, String kind, YearMonth month) {
        return "sample:" + programme + ":" + kind + ":" + month;
    }

    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

package org.huiyin.publicity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.frame.Page;
import org.huiyin.matter.Columns;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Step;
import org.huiyin.track.Moment;
import org.huiyin.track.PublicTales;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The answers that were given to matters the public may see, newest first, with as much of their words as the page of the matter shows. */
@Component
class OpenAnswers {

    private static final String NEWEST = """
            select a.matter_id, a.seq, a.unit, a.answered_at
            from public_answer a join matter m on m.id = a.matter_id
            where not m.confidential and (a.answered_at, a.matter_id, a.seq) < (:at, :matter, :seq)
              and a.town like :place || '%' and (:category = '' or a.category = :category) and (:unit = 0 or a.unit = :unit)
            order by a.answered_at desc, a.matter_id desc, a.seq desc limit :limit
            """;

    private final JdbcClient database;
    private final MatterLookup lookup;
    private final PublicTales tales;

    OpenAnswers(JdbcClient database, MatterLookup lookup, PublicTales tales) {
        this.database = database;
        this.lookup = lookup;
        this.tales = tales;
    }

    /**
     * Which answers are asked for; empty texts and no unit narrow nothing.
     *
     * @param unit 0 for all
     */
    record Asked(String place, String category, int unit, After after) {

        Asked from(After place) {
            return new Asked(this.place, category, unit, place);
        }
    }

    /** Where a page goes on. */
    record After(Instant at, long matter, int seq) {

        private static final Pattern WRITTEN = Pattern.compile("(\\d{1,17})-(\\d{1,12})-(\\d{1,6})");
        static final After START = new After(Instant.parse("9999-01-01T00:00:00Z"), 0, 0);

        static Optional<After> parse(String written) {
            Matcher parts = WRITTEN.matcher(written);
            return parts.matches()
                    ? Optional.of(new After(
                            Columns.instant(Long.parseLong(parts.group(1))),
                            Long.parseLong(parts.group(2)),
                            Integer.parseInt(parts.group(3))))
                    : Optional.empty();
        }
    }

    /** Where an answer stands. */
    record Found(long matter, int seq, int unit, Instant at) {

        String cursor() {
            return Columns.micros(at) + "-" + matter + "-" + seq;
        }

        After after() {
            return new After(at, matter, seq);
        }
    }

    /**
     * An answer as everybody may read it.
     *
     * @param moment the step with its words; null where nothing of it is told
     */
    record Told(Found found, Matter matter, @Nullable Moment moment) {

        /** Its words; empty where the policy keeps them between the unit and the raiser. */
        String words() {
            return moment == null || !moment.answer()
                    ? ""
                    : moment.facts().stream()
                            .filter(Moment.Fact::isLong)
                            .map(Moment.Fact::value)
                            .findFirst()
                            .orElse("");
        }
    }

    List<Found> newest(Asked asked, int limit) {
        return database.sql(NEWEST)
                .param("at", asked.after().at().atOffset(ZoneOffset.UTC))
                .param("matter", asked.after().matter())
                .param("seq", asked.after().seq())
                .param("place", asked.place())
                .param("category", asked.category())
                .param("unit", asked.unit())
                .param("limit", limit)
                .query((row, n) -> found(row))
                .list();
    }

    List<Told> tell(Page page, List<Found> found) {
        List<Long> ids = found.stream().map(Found::matter).distinct().toList();
        Map<Long, Matter> matters = lookup.findAll(ids);
        Map<Long, List<Step>> histories = lookup.histories(ids);
        return found.stream()
                .flatMap(one -> Optional.ofNullable(matters.get(one.matter())).stream()
                        .filter(matter -> !matter.confidential())
                        .map(matter -> told(page, one, matter, histories.getOrDefault(one.matter(), List.of()))))
                .toList();
    }

    private Told told(Page page, Found one, Matter matter, List<Step> history) {
        Moment moment = tales.tell(page, matter, history, List.of()).stream()
                .filter(step -> step.seq() == one.seq())
                .findFirst()
                .orElse(null);
        return new Told(one, matter, moment);
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getLong(1),
                row.getInt(2),
                row.getInt(3),
                row.getObject(4, OffsetDateTime.class).toInstant());
    }
}

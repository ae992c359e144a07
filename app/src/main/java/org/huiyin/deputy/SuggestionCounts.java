package org.huiyin.deputy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.huiyin.frame.Formats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts suggestions by the parts of a place, out of the matters and their steps. */
@Component
class SuggestionCounts {

    private static final String BY_PART = """
            select substring(m.place from 1 for :length), count(*),
              count(*) filter (where m.state = 'closed'),
              count(*) filter (where exists (select from step s where s.matter_id = m.id and s.name in ('rate', 'rate-for-deputy')
                and s.fields ->> 'satisfied' in ('satisfied', 'basically'))),
              count(*) filter (where p.promised),
              count(*) filter (where p.kept)
            from matter m
            left join lateral (
              select bool_or(s.name = 'answer' and s.fields ->> 'result-class' = 'b' and (s.fields ->> 'promised-on')::date <= :until_day) promised,
                bool_or(s.name = 'deliver-rating' and s.fields ->> 'delivered' = 'yes') kept
              from step s where s.matter_id = m.id and s.name in ('answer', 'deliver-rating')) p on true
            where m.programme = 'deputy-suggestions' and m.place like :place || '%' and m.raised_at >= :since and m.raised_at < :until
              and m.list not in ('not-accepted', 'withdrawn')
            group by 1
            """;

    private final JdbcClient database;

    SuggestionCounts(JdbcClient database) {
        this.database = database;
    }

    /** What came of suggestions; promised are those of class B whose day has come, and kept those of them that were delivered. */
    record Of(long made, long concluded, long content, long promised, long kept) {

        static final Of NONE = new Of(0, 0, 0, 0, 0);

        Of plus(Of other) {
            return new Of(
                    made + other.made,
                    concluded + other.concluded,
                    content + other.content,
                    promised + other.promised,
                    kept + other.kept);
        }
    }

    /** By the first {@code length} digits of their places, made from one day to another, both counted. */
    Map<String, Of> byPart(String place, int length, LocalDate since, LocalDate until) {
        Map<String, Of> counts = new HashMap<>();
        database.sql(BY_PART)
                .param("place", place)
                .param("length", length)
                .param("since", since.atStartOfDay(Formats.ZONE).toInstant().atOffset(ZoneOffset.UTC))
                .param("until_day", until)
                .param(
                        "until",
                        until.plusDays(1).atStartOfDay(Formats.ZONE).toInstant().atOffset(ZoneOffset.UTC))
                .query(row -> {
                    counts.put(
                            row.getString(1),
                            new Of(row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)));
                });
        return counts;
    }
}

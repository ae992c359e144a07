package org.huiyin.open311;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.huiyin.matter.MatterNumber;
import org.huiyin.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds public matters as the specification filters them. */
@Component
class Requests {

    private static final String RAISED = """
            select m.id from matter m
            where not m.confidential and m.programme = any(:programmes) and m.raised_at >= :from and m.raised_at <= :until
              and (:services::text[] is null or m.programme || ' ' || m.category = any(:services::text[]))
              and (:lists::text[] is null or m.programme || ' ' || m.list = any(:lists::text[]))
            order by m.raised_at desc, m.id desc limit :limit offset :offset
            """;
    private static final String CHANGED = """
            select m.id from matter m
            where m.id in (select s.matter_id from step s where s.recorded_at >= :after)
              and not m.confidential and m.programme = any(:programmes)
              and (:from::timestamptz is null or m.raised_at >= :from) and (:until::timestamptz is null or m.raised_at <= :until)
              and (:services::text[] is null or m.programme || ' ' || m.category = any(:services::text[]))
              and (:lists::text[] is null or m.programme || ' ' || m.list = any(:lists::text[]))
            order by m.updated_at, m.id limit :limit offset :offset
            """;

    private final JdbcClient database;
    private final Offered offered;

    Requests(JdbcClient database, Offered offered) {
        this.database = database;
        this.offered = offered;
    }

    /** Newest first; of those that changed since, the one that changed first, so that a caller can go on from the last. */
    List<Long> find(Filter filter) {
        if (!filter.ids().isEmpty()) {
            return filter.ids().stream()
                    .flatMap(id -> Numbers.read(id).stream())
                    .map(MatterNumber::id)
                    .toList();
        }
        JdbcClient.StatementSpec asked = filter.updatedAfter() == null
                ? database.sql(RAISED)
                : database.sql(CHANGED).param("after", time(filter.updatedAfter()));
        return asked.param("programmes", offered.programmes())
                .param("from", time(filter.from()))
                .param("until", time(filter.until()))
                .param("services", services(filter))
                .param("lists", lists(filter))
                .param("limit", filter.limit())
                .param("offset", filter.offset())
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private String @Nullable [] services(Filter filter) {
        return filter.codes().isEmpty()
                ? null
                : offered.all().stream()
                        .filter(service -> filter.codes().contains(service.code()))
                        .map(service -> service.programme().name() + " " + service.category())
                        .toArray(String[]::new);
    }

    private String @Nullable [] lists(Filter filter) {
        if (filter.status().size() != 1) {
            return null;
        }
        boolean open = filter.status().contains("open");
        return offered.all().stream()
                .map(Offered.Offer::programme)
                .distinct()
                .flatMap(programme -> programme.lists().values().stream()
                        .filter(list -> list.open() == open)
                        .map(list -> programme.name() + " " + list.name()))
                .toArray(String[]::new);
    }

    /** Whether a matter counts as open: while it stands on a list that is. */
    static boolean open(Programme programme, String list) {
        Programme.ListRule rule = programme.lists().get(list);
        return rule != null && rule.open();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}

package org.huiyin.publicity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Unit;
import org.huiyin.programme.Programme;
import org.huiyin.text.IndexQuery;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The public matters of one list, newest first. Each town's share is read from its own stretch of an index and the shares are merged, so that a page costs the same at a thousand matters and at ten million.
 */
@Component
class Board {

    static final int PAGE = 20;

    /** A search looks through so many matters at a time, goes on a few times while it finds nothing, and then says how far it came. */
    static final int LOOKED_THROUGH = 50_000;

    private static final int TIMES = 4;

    private static final long FROM_THE_NEWEST = Long.MAX_VALUE;

    private static final String OF_TOWNS = """
            select m.id, m.programme, m.programme_version, m.public_title, m.place, m.category, m.state, m.lead_unit, m.raised_at
            from (
              select r.id from unnest(:towns) t(town) cross join lateral (
                select m.id from matter m
                where m.town = t.town and m.list = :list and m.programme = :programme and m.id < :before and not m.confidential
                order by m.id desc limit :limit) r
              order by r.id desc limit :limit) top
            join matter m on m.id = top.id
            order by m.id desc
            """;
    private static final String OF_CATEGORY_IN_TOWNS = """
            select m.id, m.programme, m.programme_version, m.public_title, m.place, m.category, m.state, m.lead_unit, m.raised_at
            from (
              select r.id from unnest(:towns) t(town) cross join lateral (
                select m.id from matter m
                where m.town = t.town and m.list = :list and m.programme = :programme and m.category = :category and m.id < :before
                  and not m.confidential
                order by m.id desc limit :limit) r
              order by r.id desc limit :limit) top
            join matter m on m.id = top.id
            order by m.id desc
            """;
    private static final String NEWEST_NUMBER = """
            select max(id) from matter where id < :before
            """;
    private static final String LOOKED_FOR = """
            select m.id, m.programme, m.programme_version, m.public_title, m.place, m.category, m.state, m.lead_unit, m.raised_at
            from matter m
            where m.id <= :newest and m.id > :oldest and m.list = :list and m.programme = :programme and not m.confidential and m.town like :place || '%'
              and (:category = '' or m.category = :category)
              and (:words::text is null or m.id in (select matter_id from search_document where words @@ :words::tsquery
                union all select matter_id from search_fresh where words @@ :words::tsquery))
              and (:lead = 0 or m.lead_unit = :lead) and (:state = '' or m.state = :state)
              and m.raised_at >= :begin and m.raised_at < :end
            order by m.id desc limit :limit
            """;
    private static final String COUNTS = """
            select programme, list, town, sum(n) from list_tally where programme = any(:programmes) group by programme, list, town
            """;

    private final JdbcClient database;
    private final Organisation organisation;
    private final OpenProgrammes programmes;

    Board(JdbcClient database, Organisation organisation, OpenProgrammes programmes) {
        this.database = database;
        this.organisation = organisation;
        this.programmes = programmes;
    }

    /**
     * A stretch of the board.
     *
     * @param next the matter after which the next stretch begins; null at the end
     * @param lookedThrough how many matters were looked through, where that is a part only and more may follow; 0 otherwise
     */
    record Stretch(List<BoardRow> rows, @Nullable Long next, int lookedThrough) {}

    private static final Stretch NOTHING = new Stretch(List.of(), null, 0);

    private boolean listed(BoardFilter filter) {
        return programmes
                .newest(filter.programme())
                .filter(Programme::titleOpen)
                .isPresent();
    }

    private String programme(BoardFilter filter) {
        return programmes.newest(filter.programme()).orElseThrow().name();
    }

    Stretch read(BoardFilter filter) {
        if (!listed(filter)) {
            return NOTHING;
        }
        if (filter.plain()) {
            List<BoardRow> rows = rows(filter, PAGE + 1);
            boolean more = rows.size() > PAGE;
            List<BoardRow> shown = more ? rows.subList(0, PAGE) : rows;
            return new Stretch(shown, more ? shown.getLast().id() : null, 0);
        }
        Stretch found = search(filter);
        int times = 1;
        while (found.rows().isEmpty() && found.next() != null && times < TIMES) {
            found = search(filter.from(found.next()));
            times++;
        }
        return new Stretch(found.rows(), found.next(), found.lookedThrough() * times);
    }

    /** The next rows, at most so many where no words are looked for; however far a search has to go for the next it finds. */
    Stretch next(BoardFilter filter, int limit) {
        if (!listed(filter)) {
            return NOTHING;
        }
        if (filter.plain()) {
            List<BoardRow> rows = rows(filter, limit);
            return new Stretch(rows, rows.isEmpty() ? null : rows.getLast().id(), 0);
        }
        Stretch found = search(filter);
        while (found.rows().isEmpty() && found.next() != null) {
            found = search(filter.from(found.next()));
        }
        return found;
    }

    /** Matters are looked through number by number, so many at a time: no index serves all ways to narrow, and none has to be kept for them. */
    private Stretch search(BoardFilter filter) {
        BoardFilter.Days days = filter.days();
        Optional<Long> newest = newestBefore(Math.min(before(filter), days.above()));
        if (newest.isEmpty() || newest.get() < days.lowest()) {
            return new Stretch(List.of(), null, 0);
        }
        long oldest = newest.get() - LOOKED_THROUGH;
        List<BoardRow> found = database.sql(LOOKED_FOR)
                .param("newest", newest.get())
                .param("oldest", oldest)
                .param("list", filter.list())
                .param("programme", programme(filter))
                .param("place", filter.place())
                .param("category", filter.category())
                .param(
                        "words",
                        filter.words().isEmpty()
                                ? null
                                : IndexQuery.titled(filter.words(), Math.max(0, oldest), newest.get()))
                .param(
                        "lead",
                        organisation.units().find(filter.unit()).map(Unit::id).orElse(0))
                .param("state", filter.state())
                .param("begin", days.begin().atOffset(ZoneOffset.UTC))
                .param("end", days.end().atOffset(ZoneOffset.UTC))
                .param("limit", PAGE)
                .query((row, n) -> row(row))
                .list();
        if (found.size() == PAGE) {
            return new Stretch(found, found.getLast().id(), 0);
        }
        Long next = newestBefore(oldest + 1)
                .filter(older -> older >= days.lowest())
                .map(older -> older + 1)
                .orElse(null);
        return new Stretch(found, next, next == null ? 0 : LOOKED_THROUGH);
    }

    private Optional<Long> newestBefore(long id) {
        return database.sql(NEWEST_NUMBER)
                .param("before", id)
                .query((row, n) -> row.getObject(1, Long.class))
                .optional();
    }

    private List<BoardRow> rows(BoardFilter filter, int limit) {
        return database.sql(filter.category().isEmpty() ? OF_TOWNS : OF_CATEGORY_IN_TOWNS)
                .param("list", filter.list())
                .param("programme", programme(filter))
                .param("category", filter.category())
                .param("towns", towns(filter.place()))
                .param("before", before(filter))
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    private static long before(BoardFilter filter) {
        Long before = filter.before();
        return before == null ? FROM_THE_NEWEST : before;
    }

    /** The codes lists are kept by in a place, the whole city when it is empty: its own and those of every town inside. */
    private String[] towns(String place) {
        return organisation.places().subtree(place).stream()
                .filter(inside -> inside.level().compareTo(Place.Level.TOWN) <= 0)
                .map(Place::code)
                .toArray(String[]::new);
    }

    private static BoardRow row(ResultSet row) throws SQLException {
        int lead = row.getInt(8);
        boolean led = !row.wasNull();
        return new BoardRow(
                row.getLong(1),
                row.getString(2),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                led ? lead : null,
                row.getObject(9, OffsetDateTime.class).toInstant());
    }

    /** How many matters of each programme stand on each list in each town, confidential ones included. */
    record Counted(String programme, String list, String town, long n) {}

    List<Counted> counts() {
        return database.sql(COUNTS)
                .param("programmes", programmes.names())
                .query((row, n) -> new Counted(row.getString(1), row.getString(2), row.getString(3), row.getLong(4)))
                .list();
    }
}

package org.huiyin.publicity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The public matters of one list, newest first. Each town's or category's share is read from its own stretch of an index and the shares are
 * merged, so that a page costs the same at a thousand matters and at ten million.
 */
@Component
class Board {

    static final int PAGE = 20;

    /** A search for words looks through so many matters at a time and then says how far it came. */
    static final int LOOKED_THROUGH = 5000;

    private static final long NEWEST = Long.MAX_VALUE;

    private static final String OF_ALL = """
            select m.id, m.programme, m.programme_version, m.public_title, m.place, m.category, m.state, m.lead_unit, m.raised_at
            from (
              select r.id from unnest(:categories) c(category) cross join lateral (
                select m.id from matter m
                where m.list = :list and m.category = c.category and m.id < :before and not m.confidential
                order by m.id desc limit :limit) r
              order by r.id desc limit :limit) top
            join matter m on m.id = top.id
            order by m.id desc
            """;
    private static final String OF_TOWNS = """
            select m.id, m.programme, m.programme_version, m.public_title, m.place, m.category, m.state, m.lead_unit, m.raised_at
            from (
              select r.id from unnest(:towns) t(town) cross join lateral (
                select m.id from matter m
                where m.town = t.town and m.list = :list and m.id < :before and not m.confidential
                order by m.id desc limit :limit) r
              order by r.id desc limit :limit) top
            join matter m on m.id = top.id
            order by m.id desc
            """;
    private static final String OF_CATEGORY_IN_TOWNS = """
            select m.id, m.programme, m.programme_version, m.public_title, m.place, m.category, m.state, m.lead_unit, m.raised_at
            from (
              select m.id from matter m
              where m.list = :list and m.category = :category and m.town = any(:towns) and m.id < :before and not m.confidential
              order by m.id desc limit :limit) top
            join matter m on m.id = top.id
            order by m.id desc
            """;
    private static final String COUNTS = """
            select list, town, sum(n) from list_tally where programme = any(:programmes) group by list, town
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
     * @param lookedThrough whether words were looked for in a part only, and more may follow
     */
    record Stretch(List<BoardRow> rows, @Nullable Long next, boolean lookedThrough) {}

    Stretch read(BoardFilter filter) {
        if (filter.words().isEmpty()) {
            List<BoardRow> rows = rows(filter, PAGE + 1);
            boolean more = rows.size() > PAGE;
            List<BoardRow> shown = more ? rows.subList(0, PAGE) : rows;
            return new Stretch(shown, more ? shown.getLast().id() : null, false);
        }
        return search(filter);
    }

    private Stretch search(BoardFilter filter) {
        List<BoardRow> looked = rows(filter, LOOKED_THROUGH);
        List<BoardRow> found = looked.stream()
                .filter(row -> holds(row.title(), filter.words()))
                .limit(PAGE)
                .toList();
        if (found.size() == PAGE) {
            return new Stretch(found, found.getLast().id(), false);
        }
        boolean more = looked.size() == LOOKED_THROUGH;
        return new Stretch(found, more ? looked.getLast().id() : null, more);
    }

    private static boolean holds(String title, String words) {
        return title.toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT));
    }

    private List<BoardRow> rows(BoardFilter filter, int limit) {
        JdbcClient.StatementSpec asked;
        if (!filter.category().isEmpty()) {
            asked = database.sql(filter.place().isEmpty() ? OF_ALL : OF_CATEGORY_IN_TOWNS)
                    .param("categories", new String[] {filter.category()})
                    .param("category", filter.category());
        } else {
            asked = database.sql(filter.place().isEmpty() ? OF_ALL : OF_TOWNS)
                    .param("categories", programmes.categories());
        }
        return asked.param("list", filter.list())
                .param("towns", filter.place().isEmpty() ? new String[0] : towns(filter.place()))
                .param("before", filter.before() == null ? NEWEST : filter.before())
                .param("limit", limit)
                .query((row, n) -> row(row))
                .list();
    }

    /** The codes lists are kept by under a place: of itself and of every town inside. */
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

    /** How many matters stand on each list in each town, confidential ones included. */
    record Counted(String list, String town, long n) {}

    List<Counted> counts() {
        return database.sql(COUNTS)
                .param("programmes", programmes.names())
                .query((row, n) -> new Counted(row.getString(1), row.getString(2), row.getLong(3)))
                .list();
    }
}

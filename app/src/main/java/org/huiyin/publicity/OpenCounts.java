package org.huiyin.publicity;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.sheet.OpenTable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many matters of each programme stand on each list in each town: all, and those that are not public and appear nowhere else. */
@Component
@Order(30)
class OpenCounts implements OpenTable {

    private static final String CONFIDENTIAL = """
            select programme, list, town, count(*) from matter
            where programme = any(:programmes) and (confidential or programme <> all(:listed)) group by programme, list, town
            """;

    private final JdbcClient database;
    private final Board board;
    private final OpenProgrammes programmes;
    private final OpenRows rows;

    OpenCounts(JdbcClient database, Board board, OpenProgrammes programmes, OpenRows rows) {
        this.database = database;
        this.board = board;
        this.programmes = programmes;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "counts";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("programme", Type.CODE),
                new Field("list", Type.CODE),
                new Field("place", Type.CODE),
                new Field("place_name", Type.TEXT),
                new Field("matters", Type.INTEGER),
                new Field("not_public", Type.INTEGER));
    }

    @Override
    public void rows(Rows out) throws IOException {
        Map<String, Long> hidden = new HashMap<>();
        database.sql(CONFIDENTIAL)
                .param("programmes", programmes.names())
                .param("listed", programmes.listedNames())
                .query(row -> {
                    hidden.put(row.getString(1) + " " + row.getString(2) + " " + row.getString(3), row.getLong(4));
                });
        for (Board.Counted one : board.counts()) {
            if (one.n() != 0) {
                out.add(
                        one.programme(),
                        one.list(),
                        one.town(),
                        rows.place(one.town(), Locale.CHINESE),
                        one.n(),
                        hidden.getOrDefault(one.programme() + " " + one.list() + " " + one.town(), 0L));
            }
        }
    }
}

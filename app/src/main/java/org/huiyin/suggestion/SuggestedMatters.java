package org.huiyin.suggestion;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.huiyin.matter.Forgetting;
import org.huiyin.matter.Matter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was suggested for matters, each time they waited. */
@Component
class SuggestedMatters implements Forgetting {

    private static final String PUT = """
            insert into matter_suggestion (matter_id, version, programme, model, at, category, category_share, category_sure, words, unit, unit_share,
              unit_sure, ground_place, ground_such, ground_handled)
            select matter, version, :programme, :model, :at, category, category_share, category_sure, words, unit, unit_share, unit_sure, place, such,
              handled
            from unnest(:matters, :versions, :categories, :categoryShares, :categoriesSure, :words, :units, :unitShares, :unitsSure, :places, :suches,
              :handleds) u(matter, version, category, category_share, category_sure, words, unit, unit_share, unit_sure, place, such, handled)
            on conflict (matter_id, version) do update set model = excluded.model, at = excluded.at, category = excluded.category,
              category_share = excluded.category_share, category_sure = excluded.category_sure, words = excluded.words, unit = excluded.unit,
              unit_share = excluded.unit_share, unit_sure = excluded.unit_sure, ground_place = excluded.ground_place,
              ground_such = excluded.ground_such, ground_handled = excluded.ground_handled
            """;
    private static final String OF = """
            select s.matter_id, s.version, s.model, s.at, s.category, s.category_share, s.category_sure, s.words, s.unit, s.unit_share, s.unit_sure,
              s.ground_place, s.ground_such, s.ground_handled
            from unnest(:matters, :versions) u(matter, version)
            join matter_suggestion s on s.matter_id = u.matter and s.version = u.version
            """;
    private static final String FORGET = """
            update matter_suggestion set words = '' where matter_id = any(?) and words <> ''
            """;
    private static final String WORD_BREAK = "\n";

    private final JdbcClient database;

    SuggestedMatters(JdbcClient database) {
        this.database = database;
    }

    /** Stores suggestions of one model in one statement. */
    void put(String programme, long model, Instant at, List<Suggested> all) {
        database.sql(PUT)
                .param("programme", programme)
                .param("model", model)
                .param("at", Models.time(at))
                .param("matters", column(all, Suggested::matter, Long[]::new))
                .param("versions", column(all, Suggested::version, Integer[]::new))
                .param("categories", column(all, one -> one.advice().category(), String[]::new))
                .param("categoryShares", column(all, one -> one.advice().categoryShare(), Double[]::new))
                .param("categoriesSure", column(all, one -> one.advice().categorySure(), Boolean[]::new))
                .param(
                        "words",
                        column(all, one -> String.join(WORD_BREAK, one.advice().words()), String[]::new))
                .param("units", units(all))
                .param("unitShares", column(all, one -> one.advice().unitShare(), Double[]::new))
                .param("unitsSure", column(all, one -> one.advice().unitSure(), Boolean[]::new))
                .param("places", column(all, one -> one.advice().grounds().place(), String[]::new))
                .param("suches", column(all, one -> one.advice().grounds().such(), Integer[]::new))
                .param("handleds", column(all, one -> one.advice().grounds().handled(), Integer[]::new))
                .update();
    }

    private static <T> T[] column(
            List<Suggested> all, Function<Suggested, T> value, java.util.function.IntFunction<T[]> array) {
        return all.stream().map(value).toArray(array);
    }

    private static @Nullable Integer[] units(List<Suggested> all) {
        @Nullable Integer[] units = new Integer[all.size()];
        for (int i = 0; i < units.length; i++) {
            units[i] = all.get(i).advice().unit();
        }
        return units;
    }

    /** What is suggested for matters as they stand now, by id; nothing for those that have moved on since. */
    Map<Long, Suggested> of(List<Matter> matters) {
        Map<Long, Suggested> found = new HashMap<>();
        database.sql(OF)
                .param("matters", matters.stream().map(Matter::id).toArray(Long[]::new))
                .param("versions", matters.stream().map(Matter::version).toArray(Integer[]::new))
                .query((ResultSet row) -> {
                    found.put(row.getLong(1), read(row));
                });
        return found;
    }

    private static Suggested read(ResultSet row) throws SQLException {
        String words = row.getString(8);
        return new Suggested(
                row.getLong(1),
                row.getInt(2),
                row.getLong(3),
                row.getObject(4, OffsetDateTime.class).toInstant(),
                new Advice(
                        row.getString(5),
                        row.getDouble(6),
                        row.getBoolean(7),
                        words.isEmpty() ? List.of() : List.of(words.split(WORD_BREAK)),
                        row.getObject(9, Integer.class),
                        row.getDouble(10),
                        row.getBoolean(11),
                        new Advice.Grounds(row.getString(12), row.getInt(13), row.getInt(14))));
    }

    @Override
    public void forget(Connection connection, Long[] matters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FORGET)) {
            statement.setArray(1, connection.createArrayOf("int8", matters));
            statement.executeUpdate();
        }
    }
}

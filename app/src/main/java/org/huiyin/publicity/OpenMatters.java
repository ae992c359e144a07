package org.huiyin.publicity;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.sheet.OpenTable;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every matter that stands on the board. */
@Component
@Order(10)
class OpenMatters implements OpenTable {

    private static final int STRETCH = 2000;

    private static final String AFTER = """
            select id, programme, public_title, place, category, kind, urgency, list, state, lead_unit, round, raised_at
            from matter where id > :after and not confidential and programme = any(:programmes) order by id limit :limit
            """;

    private final JdbcClient database;
    private final OpenProgrammes programmes;
    private final OpenRows rows;
    private final Organisation organisation;

    OpenMatters(JdbcClient database, OpenProgrammes programmes, OpenRows rows, Organisation organisation) {
        this.database = database;
        this.programmes = programmes;
        this.rows = rows;
        this.organisation = organisation;
    }

    private record Line(long id, @Nullable Object[] values) {}

    @Override
    public String name() {
        return "matters";
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field("number", Type.CODE),
                new Field("programme", Type.CODE),
                new Field("title", Type.TEXT),
                new Field("place", Type.CODE),
                new Field("place_name", Type.TEXT),
                new Field("category", Type.CODE),
                new Field("kind", Type.CODE),
                new Field("urgency", Type.CODE),
                new Field("list", Type.CODE),
                new Field("state", Type.CODE),
                new Field("unit", Type.CODE),
                new Field("unit_name", Type.TEXT),
                new Field("round", Type.INTEGER),
                new Field("raised_at", Type.TIME));
    }

    @Override
    public void rows(Rows out) throws IOException {
        long after = 0;
        while (true) {
            List<Line> lines = database.sql(AFTER)
                    .param("after", after)
                    .param("programmes", programmes.listedNames())
                    .param("limit", STRETCH)
                    .query((row, n) -> {
                        String place = row.getString(4);
                        int lead = row.getInt(10);
                        return new Line(row.getLong(1), new @Nullable Object[] {
                            new MatterNumber(row.getLong(1)).toString(),
                            row.getString(2),
                            row.getString(3),
                            rows.code(place),
                            rows.place(place, Locale.CHINESE),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getString(8),
                            row.getString(9),
                            organisation.units().find(lead).map(Unit::code).orElse(null),
                            lead == 0 ? null : organisation.units().name(lead, Locale.CHINESE),
                            row.getInt(11),
                            row.getObject(12, OffsetDateTime.class).toInstant()
                        });
                    })
                    .list();
            if (lines.isEmpty()) {
                return;
            }
            for (Line line : lines) {
                out.add(line.values());
            }
            after = lines.getLast().id();
        }
    }
}

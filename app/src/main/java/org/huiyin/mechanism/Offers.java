package org.huiyin.mechanism;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds what enterprises offer and ask for, as long as it is good. */
@Component
class Offers {

    static final String REGISTER = "offers";
    private static final int MOST = 500;

    private static final String GOOD = """
            select o.number, o.name, o.fields ->> 'side', o.class, o.place, e.name from register_entry o
            join register_entry e on e.id = o.parent and e.state = 'present'
            where o.register = 'offers' and o.state = 'present' and o.place like :place || '%'
              and (o.fields ->> 'until' is null or (o.fields ->> 'until')::date >= :today)
            order by o.id desc limit :most
            """;

    private final JdbcClient database;

    Offers(JdbcClient database) {
        this.database = database;
    }

    /** @param side {@code offer} or {@code ask} */
    record Offer(int number, String title, String side, String goods, String place, String enterprise) {}

    List<Offer> good(String place, LocalDate today) {
        return database.sql(GOOD)
                .param("place", place)
                .param("today", today)
                .param("most", MOST)
                .query((row, n) -> new Offer(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6)))
                .list();
    }
}

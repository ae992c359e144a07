package org.huiyin.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.huiyin.matter.Doctor.Difference;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class RegisterExaminerTest {

    private final Books books = new Books(TestApp.another(TestClock.at("2026-03-03T09:00")));

    private List<Difference> examined() throws SQLException {
        try (Connection connection = books.app.bean(DataSource.class).getConnection()) {
            return new RegisterExaminer().examine(connection);
        }
    }

    private void change(String statement) {
        books.app.bean(JdbcClient.class).sql(statement).update();
    }

    @Test
    void whatever_is_not_what_the_facts_say_is_found() throws SQLException {
        Entry one = books.enter("deputy-homes", books.station("甲之家"));
        Entry other = books.enter("deputy-homes", books.station("乙之家"));
        Entry mistake = books.enter("deputy-homes", books.station("误登之家"));
        Books.kept(books.ask(FactRequest.Kind.CHANGE, one, Map.of("place", "421002005", "on", "2026-02-01")));
        Books.kept(books.ask(FactRequest.Kind.EXIT, one, Map.of("reason", "closed", "on", "2026-02-10")));
        Books.kept(books.ask(FactRequest.Kind.RETURN, one, Map.of("on", "2026-02-20")));
        Books.kept(books.ask(FactRequest.Kind.VOID, mistake, Map.of("on", "2026-03-01")));
        assertThat(examined()).isEmpty();

        change("update register_entry set name = '改了' where id = " + other.id());
        assertThat(examined()).extracting(Difference::matter).containsExactly(other.id());
        change("update register_entry set name = '乙之家' where id = " + other.id());
        change("update register_tally set came = came + 1 where place = '421002005'");
        assertThat(examined())
                .extracting(Difference::what)
                .anyMatch(what -> what.startsWith("tally deputy-homes 421002005"));
    }
}

package org.huiyin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class TestDatabaseTest {

    @Test
    void sessions_do_not_speak_utc() {
        var zone = one("SHOW timezone");

        assertThat(zone).isEqualTo("Asia/Kathmandu");
    }

    @Test
    void it_is_the_postgresql_of_the_demonstration() {
        assertThat(one("SHOW server_version")).startsWith("18.");
        assertThat(one("SHOW server_encoding")).isEqualTo("UTF8");
    }

    @Test
    void each_database_is_its_own() {
        var first = JdbcClient.create(TestDatabase.fresh());
        var second = JdbcClient.create(TestDatabase.fresh());

        first.sql("CREATE TABLE mark (id int)").update();

        assertThat(second.sql("SELECT to_regclass('mark')").query(String.class).optional())
                .isEmpty();
    }

    private static String one(String sql) {
        return JdbcClient.create(TestDatabase.fresh())
                .sql(sql)
                .query(String.class)
                .single();
    }
}

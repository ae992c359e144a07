package org.huiyin.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.huiyin.matter.Doctor;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Examination;
import org.huiyin.testing.Handling;
import org.huiyin.testing.Handling.Raised;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The index follows the steps, whatever happens to it. */
class SearchIndexTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Caller office = Caller.of(app, "chaoyang");

    @Test
    void what_a_category_narrows_is_no_longer_found_and_the_index_follows() throws SQLException {
        Raised matter = handling.raise(Map.of("title", "癸戌里的事", "description", "孩子落户被卡在癸戌所。", "category", "other"));
        assertThat(found(Caller.nobody(app), "癸戌所")).containsExactly(matter.number());

        office.step(
                matter.number(),
                "dispatch",
                Map.of("lead", handling.unit("jz-cg"), "kind", "help", "category", "household", "urgency", "normal"));

        assertThat(found(Caller.nobody(app), "癸戌所")).isEmpty();
        assertThat(found(Caller.nobody(app), "癸戌里")).containsExactly(matter.number());
        assertThat(found(office, "癸戌所")).containsExactly(matter.number());
        assertThat(differences()).isEmpty();
    }

    @Test
    void what_the_index_lost_is_told_and_entered_again() throws SQLException {
        // what is still being entered is not told as lost
        while (app.bean(JdbcClient.class)
                .sql("select until > 0 from search_entering")
                .query(Boolean.class)
                .single()) {
            app.bean(Entering.class).batch();
        }
        Raised matter = handling.raise("子亥坝渗水");
        app.bean(FreshWords.class).fold();
        app.bean(JdbcClient.class)
                .sql("delete from search_document where matter_id / 1 = :id")
                .param("id", Long.parseLong(matter.number().substring(0, 11)))
                .update();
        assertThat(found(office, "子亥坝")).isEmpty();
        assertThat(differences()).contains("missing");

        app.bean(Entering.class).all(n -> {});

        assertThat(differences()).isEmpty();
        assertThat(found(office, "子亥坝")).containsExactly(matter.number());
    }

    @Test
    void what_was_said_is_found_before_and_after_it_is_folded_into_the_index_and_between() throws SQLException {
        Raised matter = handling.raise("卯戌圩漏水");
        FreshWords fresh = app.bean(FreshWords.class);

        for (String words : List.of("卯戌圩", "卯戌圩 线路已更换")) {
            assertThat(found(office, words)).containsExactly(matter.number());
            assertThat(differences()).isEmpty();
            fresh.fold();
            assertThat(found(office, words)).containsExactly(matter.number());
            assertThat(differences()).isEmpty();
            if (words.equals("卯戌圩")) {
                handling.answer(matter.number());
            }
        }
        assertThat(app.bean(JdbcClient.class)
                        .sql("select count(*) from search_fresh where matter_id = :id")
                        .param("id", Long.parseLong(matter.number().substring(0, 11)))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void words_of_an_anonymised_matter_are_thrown_away_at_once_and_what_is_left_is_entered_again() throws SQLException {
        Raised matter = handling.raise("卯酉台积水");
        Long[] forgotten = {Long.valueOf(matter.number().substring(0, 11))};

        try (Connection connection = app.bean(DataSource.class).getConnection();
                PreparedStatement words = connection.prepareStatement(
                        "select 1 from search_document where matter_id = " + forgotten[0])) {
            connection.setAutoCommit(false);
            new ForgottenWords().forget(connection, forgotten);
            assertThat(words.executeQuery().next()).isFalse();
            connection.commit();
        }

        while (app.bean(Entering.class).batch() > 0) {
            // until nothing waits
        }
        assertThat(differences()).isEmpty();
        assertThat(found(office, "卯酉台")).containsExactly(matter.number());
    }

    private List<String> found(Caller caller, String words) {
        return caller.get("/api/v1/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8))
                .body()
                .path("items")
                .findValuesAsString("number");
    }

    private List<String> differences() throws SQLException {
        return Examination.of(app).stream()
                .filter(one -> one.table().equals("search_document"))
                .map(Doctor.Difference::what)
                .toList();
    }
}

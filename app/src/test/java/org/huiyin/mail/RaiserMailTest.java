package org.huiyin.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RaiserMailTest {

    private static final MailTown TOWN = MailTown.at("2026-03-03T09:00");
    private static final String ADDRESS = "Resident@home.example";

    @BeforeEach
    void fresh() {
        TOWN.fresh("2026-03-03T09:00");
        TOWN.database.sql("delete from mail_stopped").update();
    }

    @Test
    void a_raiser_who_left_an_address_hears_of_the_answer_and_of_nothing_else() {
        String number = answered("路灯不亮还摔了人");
        TOWN.walk();

        assertThat(TOWN.subjects()).containsExactly("您反映的事项有了答复 · Your matter has an answer");
        String text = MailTown.text(TOWN.mails().getFirst());
        assertThat(text).contains(MailTown.URL + "/m/" + number).doesNotContain("路灯", "138", "王小明");
        assertThat(TOWN.database
                        .sql(
                                "select count(*) from mail_raiser where position(:address in encode(sealed, 'escape')) > 0")
                        .param("address", ADDRESS)
                        .query(Long.class)
                        .single())
                .as("addresses lie sealed")
                .isZero();
    }

    @Test
    void one_press_of_a_mail_program_ends_the_mails_to_that_address() {
        answered("第一件");
        TOWN.walk();
        String stop =
                MailTown.header(TOWN.mails().getFirst(), "List-Unsubscribe").replaceAll("[<>]", "");
        assertThat(MailTown.header(TOWN.mails().getFirst(), "List-Unsubscribe-Post"))
                .isEqualTo("List-Unsubscribe=One-Click");
        String path = URI.create(stop).getPath();
        assertThat(stop).startsWith(MailTown.URL);

        assertThat(Visitor.to(TOWN.app).get(path).body())
                .contains("R…@home.example")
                .doesNotContain(ADDRESS);
        var pressed = Visitor.to(TOWN.app)
                .send(HttpRequest.newBuilder(TOWN.app.at(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("List-Unsubscribe=One-Click")));
        assertThat(pressed.statusCode()).isEqualTo(200);
        answered("第二件");
        TOWN.walk();

        assertThat(TOWN.mails()).hasSize(1);
        assertThat(TOWN.states()).contains("answered dropped");
        assertThat(Visitor.to(TOWN.app)
                        .get(path.substring(0, path.length() - 1) + "x")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void what_is_no_address_is_never_written_to() {
        String number = TOWN.handling
                .raise(Map.of("title", "乱填邮箱", "raiser-email", "a@b.example, c@d.example"))
                .number();
        TOWN.handling.answer(number);
        TOWN.walk();

        assertThat(TOWN.mails()).isEmpty();
    }

    @Test
    void the_form_asks_for_an_address_once_mail_is_sent() {
        assertThat(Visitor.to(TOWN.app).get("/raise").body()).contains("raiser-email");
    }

    private static String answered(String title) {
        String number = TOWN.handling
                .raise(Map.of("title", title, "raiser-email", ADDRESS))
                .number();
        TOWN.handling.answer(number);
        return number;
    }
}

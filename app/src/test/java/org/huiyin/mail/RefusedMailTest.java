package org.huiyin.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.huiyin.notice.Audience;
import org.huiyin.notice.Telling;
import org.huiyin.org.Role;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefusedMailTest {

    private static final MailTown TOWN = MailTown.at("2026-03-03T09:00");
    private static final String ADDRESS = "gone@dept.example";

    @BeforeEach
    void fresh() {
        TOWN.fresh("2026-03-03T09:00");
    }

    /** A server that answers every recipient with one line; the library's own cannot refuse. */
    private static final class Stubborn implements AutoCloseable {

        private final ServerSocket socket;

        Stubborn(String answer) throws IOException {
            socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
            Thread.ofVirtual().start(() -> {
                while (!socket.isClosed()) {
                    try (Socket caller = socket.accept()) {
                        talk(caller, answer);
                    } catch (IOException e) {
                        // the caller went away
                    }
                }
            });
        }

        private static void talk(Socket caller, String answer) throws IOException {
            var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = caller.getOutputStream();
            say(out, "220 stubborn");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                say(out, line.startsWith("RCPT") ? answer : "250 ok");
            }
        }

        private static void say(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }

    @Test
    void an_address_that_is_refused_gets_nothing_more_and_its_owner_and_the_administrator_see_it() throws IOException {
        Visitor person = TOWN.confirmed("chengguan", ADDRESS);
        TOWN.urged("拒收一");
        try (Stubborn server = new Stubborn("550 5.1.1 <GONE@dept.example> no such user")) {
            TOWN.round(server.socket.getLocalPort()).go();
        }
        TOWN.urged("拒收二");
        TOWN.walk();

        assertThat(TOWN.mails()).isEmpty();
        assertThat(TOWN.states()).last().isEqualTo("urging refused");
        assertThat(person.get("/account/mail").body()).contains("收不到信", "no such user");
        assertThat(person.get("/desk/inbox").body()).contains("收不到信");
        Visitor admin = Visitor.signedIn(TOWN.app, "admin");
        assertThat(admin.get("/admin/mail?state=refused").body())
                .contains("no such user", "g…@dept.example")
                .doesNotContainIgnoringCase(ADDRESS);

        String id = TOWN.database
                .sql("select max(id)::text from mail where state = 'refused'")
                .query(String.class)
                .single();
        admin.post("/admin/mail?state=refused", "/admin/mail/" + id + "/again", Map.of());
        TOWN.walk();

        assertThat(TOWN.subjects()).containsExactly("【回音】催办：拒收一");
        assertThat(person.get("/account/mail").body()).doesNotContain("收不到信");
    }

    @Test
    void what_is_put_off_is_tried_later_and_later_and_given_up_in_the_end() throws IOException {
        TOWN.confirmed("chengguan", ADDRESS);
        TOWN.urged("请稍后再试");

        try (Stubborn server = new Stubborn("450 4.2.1 later")) {
            MailRound round = TOWN.round(server.socket.getLocalPort());
            round.go();
            round.go();
            assertThat(attempts()).as("not twice in a minute").isEqualTo(1);
            TOWN.forward(Duration.ofMinutes(1));
            round.go();
            assertThat(attempts()).isEqualTo(2);
            for (int day = 4; day < 31; day++) {
                TOWN.clock.moveTo("2026-03-%02dT10:00".formatted(day));
                round.go();
            }
        }

        assertThat(TOWN.states()).last().isEqualTo("urging given-up");
        assertThat(attempts()).isEqualTo(10);
    }

    private int attempts() {
        return TOWN.database
                .sql("select attempts from mail order by id desc limit 1")
                .query(Integer.class)
                .single();
    }

    @Test
    void nothing_in_a_title_or_an_address_begins_another_header() {
        Visitor person = TOWN.confirmed("chengguan", ADDRESS);
        var told = new Telling(
                "urging",
                List.of(Audience.at(TOWN.handling.unit("jz-cg"), Role.HANDLER)),
                List.of("井盖\r\nBcc: all@dept.example\r\n\r\n<script>x</script>", "1", "催办", ""),
                "/desk",
                0,
                TOWN.now(),
                0);
        TOWN.messages().tell(TOWN.database, List.of(told), TOWN.now());
        TOWN.walk();

        var mail = TOWN.mails().getFirst();
        assertThat(MailTown.subject(mail)).startsWith("【回音】催办：井盖 Bcc: all@dept.example");
        assertThat(MailTown.header(mail, "Bcc")).isEmpty();
        assertThat(MailTown.text(mail)).contains("&lt;script&gt;");
        for (String bad : List.of(
                "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "\"a b\"@c.example", "@b", "a@")) {
            assertThat(person.post("/account/mail", "/account/mail", Map.of("address", bad))
                            .statusCode())
                    .as(bad)
                    .isEqualTo(422);
        }
    }

    @Test
    void a_letter_that_cannot_be_written_keeps_nobody_elses_back() {
        TOWN.confirmed("chengguan", ADDRESS);
        TOWN.confirmed("chengguan-head", "head@dept.example");
        TOWN.urged("写不成的信");
        TOWN.database
                .sql(
                        "update mail_address set sealed = 'damaged' where account = (select min(account) from mail_address)")
                .update();

        TOWN.walk();

        assertThat(TOWN.subjects()).containsExactly("【回音】催办：写不成的信");
        assertThat(TOWN.states()).contains("urging waiting", "urging sent");
    }

    @Test
    void codes_cannot_be_sent_to_strangers_without_end() {
        Visitor person = Visitor.signedIn(TOWN.app, "chengguan");
        for (int n = 0; n < 5; n++) {
            person.post("/account/mail", "/account/mail", Map.of("address", "stranger" + n + "@dept.example"));
        }

        var sixth = person.post("/account/mail", "/account/mail", Map.of("address", "stranger@dept.example"));

        assertThat(sixth.statusCode()).isEqualTo(422);
        assertThat(sixth.body()).contains("明天再试");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "a@b\nBcc: c@d"})
    void a_server_without_a_sender_stops_the_start(String from) {
        assertThatThrownBy(() -> new MailSettings("mail.example", 587, "starttls", "", "", from))
                .hasMessageContaining("huiyin.mail.from");
    }

    @Test
    void a_password_never_travels_in_the_open() {
        assertThatThrownBy(() -> new MailSettings("mail.example", 25, "none", "user", "/run/secret", "a@b.example"))
                .hasMessageContaining("in the open");
    }
}

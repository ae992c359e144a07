package org.huiyin.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.huiyin.org.Organisation;
import org.huiyin.org.Role;
import org.huiyin.org.Unit;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class InboxTest {

    private static final Instant MORNING = TestClock.instant("2026-03-03T09:00");
    // An app of its own: others move the clock of the shared one, and what is told late depends on the time.
    private static final TestApp OWN = TestApp.another(TestClock.at("2026-03-03T09:00"));

    private final TestApp app = OWN;
    private final Handling handling = new Handling(app);
    private final Inbox inbox = app.bean(Inbox.class);
    private final Messages messages = app.bean(Messages.class);
    private final JdbcClient database = app.bean(JdbcClient.class);

    @Test
    void an_urging_reaches_the_handler_who_opens_the_matter_from_it() {
        var raised = handling.raise("井盖响动被催办");
        handling.dispatch(raised.number());
        Caller.of(app, "duban").step(raised.number(), "urge", Map.of("urge-note", "群众又来电，请今天到场"));
        var handler = Visitor.signedIn(app, "chengguan");

        var page = handler.get("/desk/inbox").body();

        assertThat(page).contains("催办：井盖响动被催办", "群众又来电，请今天到场", raised.number(), "条未读");
        var opened = handler.get("/desk/inbox/" + newest("chengguan").id());
        assertThat(Visitor.location(opened)).isEqualTo("/desk/matters/" + raised.number());
        assertThat(newest("chengguan").readAt()).isEqualTo(MORNING);
    }

    @Test
    void who_takes_a_step_is_not_told_of_it_and_who_is_told_twice_hears_it_once() {
        int before = unread("zhujian");
        long zhujian = account("zhujian");
        int unit = unit("ss-zj");

        messages.tell(database, List.of(telling("a", MORNING, zhujian, Audience.at(unit, Role.HANDLER))), MORNING);
        var twice = Audience.at(unit, Role.HANDLER);
        messages.tell(database, List.of(telling("b", MORNING, 0, twice, twice)), MORNING);

        assertThat(unread("zhujian")).isEqualTo(before + 1);
    }

    @Test
    void a_message_of_the_night_is_not_there_before_the_morning() {
        long account = account("shuiwu");
        var audience = Audience.at(unit(account), Role.HANDLER);
        Instant night = TestClock.instant("2026-03-02T22:15");

        messages.tell(database, List.of(telling("夜里的消息", night, 0, audience)), night);

        assertThat(headlines(account, TestClock.instant("2026-03-03T07:59"))).doesNotContain("夜里的消息");
        assertThat(headlines(account, TestClock.instant("2026-03-03T08:00"))).contains("夜里的消息");
    }

    @Test
    void what_is_told_late_is_one_digest_however_often_it_is_told() {
        long account = account("zhujian-head");
        var audience = Audience.at(unit(account), Role.UNIT_HEAD);
        Instant before = TestClock.instant("2026-02-28T10:00");

        for (int round = 0; round < 3; round++) {
            messages.tell(
                    database,
                    List.of(
                            telling("迟到一" + round, before, 0, audience),
                            telling("迟到二" + round, before.plusSeconds(60), 0, audience)),
                    MORNING);
        }

        var digests = inbox.page(account, false, Inbox.Before.START, 50, MORNING).stream()
                .filter(message -> message.kind().equals("digest"))
                .toList();
        assertThat(digests).hasSize(1);
        assertThat(digests.getFirst().gathered()).isEqualTo(6);
        assertThat(headlines(account, MORNING)).doesNotContain("迟到一0");
        var page = Visitor.signedIn(app, "zhujian-head")
                .get("/desk/inbox/" + digests.getFirst().id())
                .body();
        assertThat(page).contains("积压的 6 条消息", "迟到一0", "迟到二2");
    }

    @Test
    void nobody_reads_or_marks_anothers_messages() {
        var raised = handling.raise("别人的消息");
        handling.dispatch(raised.number());
        Caller.of(app, "duban").step(raised.number(), "urge", Map.of("urge-note", "只给城管的话"));
        long id = newest("chengguan").id();
        var other = Visitor.signedIn(app, "zhujian");

        other.post("/account", "/desk/inbox/" + id + "/reading", Map.of());
        other.post("/account", "/desk/inbox/readings", Map.of());

        assertThat(other.get("/desk/inbox/" + id).statusCode()).isEqualTo(404);
        assertThat(other.get("/desk/inbox").body()).doesNotContain("只给城管的话");
        assertThat(newest("chengguan").readAt()).isNull();
    }

    @Test
    void marking_all_read_empties_the_count() {
        var audience = Audience.at(unit(account("duban")), Role.SUPERVISOR);
        messages.tell(database, List.of(telling("给督查", MORNING, 0, audience)), MORNING);
        var supervisor = Visitor.signedIn(app, "duban");

        supervisor.post("/desk/inbox", "/desk/inbox/readings", Map.of());

        assertThat(unread("duban")).isZero();
        assertThat(supervisor.get("/desk/inbox?only=unread").body()).contains("没有消息");
    }

    private static Telling telling(String text, Instant at, long except, Audience... to) {
        return new Telling("step", List.of(to), List.of(text, "", "试", ""), "/desk", 0, at, except);
    }

    private List<String> headlines(long account, Instant now) {
        return inbox.page(account, false, Inbox.Before.START, 200, now).stream()
                .flatMap(message -> message.words().stream().limit(1))
                .toList();
    }

    private Inbox.Message newest(String login) {
        return inbox.page(account(login), false, Inbox.Before.START, 1, MORNING).getFirst();
    }

    private int unread(String login) {
        return inbox.unread(account(login), 1000, MORNING);
    }

    private int unit(String code) {
        return app.bean(Organisation.class).units().find(code).map(Unit::id).orElseThrow();
    }

    private int unit(long account) {
        return database.sql(
                        "select unit_id from post join account using (person_id) where account.id = :account limit 1")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    private long account(String login) {
        Visitor.to(app);
        return database.sql("select id from account where login = :login")
                .param("login", login)
                .query(Long.class)
                .single();
    }
}

package org.huiyin.mail;

import java.net.URI;
import java.util.Map;
import org.huiyin.city.DemoCity;
import org.huiyin.testing.Look;
import org.huiyin.testing.Visit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MailLooksTest {

    private static final MailTown TOWN = MailTown.at("2026-03-03T09:00");
    private static final String STOP = story();

    /** A person whose mail comes, one whose address is refused, one who has not confirmed, and a raiser who was told. */
    private static String story() {
        TOWN.fresh("2026-03-03T09:00");
        TOWN.confirmed("chengguan", "chengguan.duty-officer@urban-management.jingzhou.example");
        TOWN.confirmed("admin", "gone@dept.example");
        TOWN.given("chengguan-head", "head@dept.example");
        TOWN.urged("井盖响动");
        TOWN.app
                .bean(Addresses.class)
                .failing(
                        TOWN.account("admin"), "550 5.1.1 <gone@dept.example>: Recipient address rejected", TOWN.now());
        String number = TOWN.handling
                .raise(Map.of("title", "路灯不亮", "raiser-email", "resident@home.example"))
                .number();
        TOWN.handling.answer(number);
        TOWN.walk();
        TOWN.urged("污水外溢");
        TOWN.database
                .sql(
                        "update mail set state = 'refused', failure = '550 5.1.1 <head@dept.example>: Recipient address rejected: User unknown in virtual mailbox table' where concern = 'confirm' and id = (select max(id) from mail where concern = 'confirm')")
                .update();
        String stop = TOWN.mails().stream()
                .map(mail -> MailTown.header(mail, "List-Unsubscribe"))
                .filter(header -> !header.isEmpty())
                .findFirst()
                .orElseThrow();
        return URI.create(stop.replaceAll("[<>]", "")).getPath();
    }

    @ParameterizedTest
    @MethodSource("org.huiyin.testing.Look#all")
    void every_page_of_mail_suits_every_reader(Look look) {
        try (Visit visit = Visit.to(TOWN.app, look)) {
            hold(visit, STOP, "mail-stop");
            hold(visit, "/raise", "mail-raise");
            signIn(visit, "chengguan");
            hold(visit, "/account", "mail-account");
            hold(visit, "/account/mail", "mail-given");
            hold(visit, "/account/mail/confirmation?code=0", "mail-confirm");
        }
        try (Visit visit = Visit.to(TOWN.app, look)) {
            signIn(visit, "admin");
            hold(visit, "/account/mail", "mail-failing");
            hold(visit, "/admin/mail", "mail-waiting");
            hold(visit, "/admin/mail?state=refused", "mail-refused");
        }
    }

    private static void signIn(Visit visit, String login) {
        visit.page().navigate("/sign-in");
        visit.page().fill("[name=login]", login);
        visit.page().fill("[name=password]", DemoCity.PASSWORD);
        visit.page().locator("main button[type=submit]").click();
    }

    private static void hold(Visit visit, String path, String name) {
        visit.page().navigate(path);
        visit.assertAccessible();
        visit.assertFits();
        visit.screenshot(name);
        visit.assertNoComplaints();
    }
}

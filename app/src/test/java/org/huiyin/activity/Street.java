package org.huiyin.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Chaoyang street and those who plan there, on Tuesday 3 March 2026 at nine. */
final class Street {

    /** A page with a form on it. */
    static final String FORM = "/desk/inbox?only=unread";

    final TestClock clock = TestClock.at("2026-03-03T09:00");
    final TestApp app = TestApp.another(clock, "huiyin.short-messages.show=true");
    final Visitor street = Visitor.signedIn(app, "chaoyang");
    final Visitor grid = Visitor.signedIn(app, "grid");

    /** What the form of an open course on the morning of 4 March sends. */
    static Map<String, String> course(String title, String seats) {
        Map<String, String> form = new HashMap<>(Map.of(
                "title", title,
                "day-1", "2026-03-04",
                "from-1", "09:00",
                "to-1", "11:00",
                "topic-1", "用药安全",
                "speaker-1", "周文",
                "place", Handling.PLACE,
                "where", "社区会议室",
                "hosts", "张建国@朝阳街道办事处",
                "seats", seats));
        form.put("open", "true");
        form.put("key", UUID.randomUUID().toString());
        return form;
    }

    /** A course that was planned; its path on the desk. */
    String planned(String title, String seats) {
        Map<String, String> form = course(title, seats);
        form.put("hosts", host());
        return Visitor.location(street.post(FORM, "/desk/activities?kind=open-course", form));
    }

    /** The dispatcher of the street as a form names them. */
    String host() {
        String page = street.get("/desk/activities/new?kind=open-course").body();
        return found("name=\"hosts\" value=\"([^\"]*)\"", page);
    }

    static String open(String path) {
        return path.replace("/desk", "");
    }

    /** Signs up somebody who is not known yet, by the code that the demonstration shows. */
    Visitor signedUp(String path, String name, String phone) {
        Visitor visitor = Visitor.to(app);
        String sent = visitor.post(open(path), open(path) + "/codes", Map.of("name", name, "phone", phone))
                .body();
        visitor.post(
                open(path),
                open(path) + "/sign-ups",
                Map.of(
                        "name",
                        name,
                        "phone",
                        phone,
                        "code",
                        code(sent),
                        "key",
                        UUID.randomUUID().toString()));
        return visitor;
    }

    static String code(String page) {
        return found("验证码 (\\d{6})", page);
    }

    /** The address behind the code on the wall now. */
    String scanned(String path, int session) {
        long id = Long.parseLong(path.substring(path.lastIndexOf('/') + 1));
        String token = app.bean(Tokens.class).now(id, session, clock.instant());
        return open(path) + "/arrival?s=" + session + "&t=" + token;
    }

    static String ticket(String page) {
        return found("name=\"ticket\" value=\"([^\"]+)\"", page);
    }

    static String found(String pattern, String page) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        if (!found.find()) {
            throw new AssertionError(pattern + " is not in " + page.replaceAll("(?s).*<main", "<main"));
        }
        return found.group(1);
    }

    List<String> sent() {
        return app.bean(JdbcClient.class)
                .sql("select words from activity_text order by id")
                .query((row, n) -> row.getString(1))
                .list();
    }
}

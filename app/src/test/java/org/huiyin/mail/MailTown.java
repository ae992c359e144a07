package org.huiyin.mail;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.notice.Messages;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.Visitor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A city with a mail server on this machine, which tests stop and start; nothing goes out but when a test walks the round. */
final class MailTown {

    static final String FROM = "huiyin@city.example";
    static final String URL = "https://city.example";

    private final int port = freePort();
    private static final Pattern CODE = Pattern.compile("confirmation\\?code=([0-9a-f]{32})");

    final TestClock clock;
    final TestApp app;
    final Handling handling;
    final JdbcClient database;
    private GreenMail server;

    MailTown(String cityTime) {
        clock = TestClock.at(cityTime);
        server = server();
        app = TestApp.another(
                clock,
                "huiyin.mail.host=127.0.0.1",
                "huiyin.mail.port=" + port,
                "huiyin.mail.security=none",
                // tests walk the round themselves
                "huiyin.mail.every=365d",
                "huiyin.mail.from=" + FROM,
                "huiyin.public-url=" + URL);
        handling = new Handling(app);
        database = app.bean(JdbcClient.class);
        Visitor.to(app);
    }

    static MailTown at(String cityTime) {
        return new MailTown(cityTime);
    }

    /** Everything is as it was before: a server without mail, nothing waiting, nobody with an address. */
    void fresh(String cityTime) {
        clock.moveTo(cityTime);
        database.sql("delete from mail").update();
        database.sql("delete from mail_address").update();
        database.sql("delete from mail_raiser").update();
        database.sql("update message set read_at = deliver_at where read_at is null")
                .update();
        up();
        forget();
    }

    /** What came so far is of no interest. */
    void forget() {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    void up() {
        if (!server.isRunning()) {
            server = server();
            server.start();
        }
    }

    void down() {
        server.stop();
    }

    private GreenMail server() {
        return new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    }

    /** Another node's round: its own connection to the mail server, the same database. */
    MailRound round() {
        return round(port);
    }

    MailRound round(int port) {
        return new MailRound(
                new MailSettings("127.0.0.1", port, "none", "", "", FROM),
                app.bean(ToPeople.class),
                app.bean(ToRaisers.class),
                app.bean(Mails.class),
                app.bean(TransactionTemplate.class),
                clock);
    }

    void walk() {
        round().go();
    }

    Visitor given(String login, String address) {
        Visitor visitor = Visitor.signedIn(app, login);
        visitor.post("/account/mail", "/account/mail", Map.of("address", address));
        return visitor;
    }

    /** Gives an address, confirms it by the mail that came and wants to hear of urging and what is near due. */
    Visitor confirmed(String login, String address) {
        Visitor visitor = given(login, address);
        walk();
        visitor.post("/account/mail", "/account/mail/confirmation", Map.of("code", code()));
        visitor.post("/account/mail", "/account/mail/wishes", Map.of("urging", "at-once", "near-due", "at-once"));
        forget();
        return visitor;
    }

    String code() {
        Matcher code = CODE.matcher(text(mails().getLast()));
        if (!code.find()) {
            throw new AssertionError("no code in " + text(mails().getLast()));
        }
        return code.group(1);
    }

    /** A matter dispatched to the urban management bureau and urged by the supervisor. */
    String urged(String title) {
        return urged(Map.of("title", title));
    }

    String urged(Map<String, ?> fields) {
        String number = handling.raise(fields).number();
        handling.dispatch(number);
        Caller.of(app, "duban").step(number, "urge", Map.of("urge-note", "群众又来电，电话13812345678"));
        return number;
    }

    List<MimeMessage> mails() {
        return Arrays.asList(server.getReceivedMessages());
    }

    List<String> subjects() {
        return mails().stream().map(MailTown::subject).toList();
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(MimeMessage mail, String name) {
        return GreenMailUtil.getHeaders(mail).lines().anyMatch(line -> line.startsWith(name + ":"))
                ? value(mail, name)
                : "";
    }

    private static String value(MimeMessage mail, String name) {
        try {
            return mail.getHeader(name, ",");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All its words, of the plain part and of the HTML. */
    static String text(Part part) {
        try {
            if (part.getContent() instanceof Multipart parts) {
                StringBuilder all = new StringBuilder();
                for (int n = 0; n < parts.getCount(); n++) {
                    all.append(text(parts.getBodyPart(n))).append('\n');
                }
                return all.toString();
            }
            return String.valueOf(part.getContent());
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<String> states() {
        return database.sql("select concern || ' ' || state from mail order by id")
                .query((row, n) -> row.getString(1))
                .list();
    }

    long account(String login) {
        return app.account(login);
    }

    Messages messages() {
        return app.bean(Messages.class);
    }

    void forward(Duration by) {
        clock.forward(by);
    }

    Instant now() {
        return clock.instant();
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

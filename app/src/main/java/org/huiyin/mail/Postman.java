package org.huiyin.mail;

import gg.jte.output.Utf8ByteOutput;
import huiyin.pages.StaticTemplates;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.javamail.MimeMessageHelper;

/** One conversation with the mail server, begun with the first letter. For one thread. */
final class Postman implements AutoCloseable {

    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "20000";
    private static final int SHOWN = 300;
    private static final int CLOSING = 421;

    private final MailSettings settings;
    private final Session session;
    private final StaticTemplates templates = new StaticTemplates();
    private @Nullable Transport transport;

    Postman(MailSettings settings) {
        this.settings = settings;
        this.session = Session.getInstance(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        Properties all = new Properties();
        String protocol = settings.security().equals("tls") ? "smtps" : "smtp";
        all.put("mail.transport.protocol", protocol);
        String prefix = "mail." + protocol + ".";
        all.put(prefix + "starttls.enable", Boolean.toString(settings.security().equals("starttls")));
        all.put(
                prefix + "starttls.required",
                Boolean.toString(settings.security().equals("starttls")));
        all.put(prefix + "ssl.checkserveridentity", "true");
        all.put(prefix + "connectiontimeout", CONNECT_MILLIS);
        all.put(prefix + "timeout", ANSWER_MILLIS);
        all.put(prefix + "writetimeout", ANSWER_MILLIS);
        return all;
    }

    /**
     * Hands over one letter.
     *
     * @param id stays the same however often it is tried, so that a receiver can know it again
     */
    Sent send(long id, Letter letter, Address to, Instant now) {
        try {
            MimeMessage message = message(id, letter, to, now);
            Transport open = transport();
            open.sendMessage(message, message.getAllRecipients());
            return new Sent.Taken();
        } catch (MessagingException e) {
            return hinting(judge(e), to);
        } catch (IOException e) {
            return new Sent.Away(words(e));
        }
    }

    /** Servers repeat the address they refuse; it is sealed, and what they say is not. */
    private static Sent hinting(Sent sent, Address to) {
        return switch (sent) {
            case Sent.Taken taken -> taken;
            case Sent.Refused(String why) -> new Sent.Refused(to.hiddenIn(why));
            case Sent.Later(String why) -> new Sent.Later(to.hiddenIn(why));
            case Sent.Away(String why) -> new Sent.Away(to.hiddenIn(why));
        };
    }

    private Transport transport() throws MessagingException, IOException {
        Transport open = transport;
        if (open == null || !open.isConnected()) {
            close();
            open = session.getTransport();
            open.connect(settings.host(), settings.port(), blankToNull(settings.user()), password());
            transport = open;
        }
        return open;
    }

    private @Nullable String password() throws IOException {
        return settings.user().isEmpty()
                ? null
                : Files.readString(Path.of(settings.passwordFile()))
                        .lines()
                        .findFirst()
                        .orElse("")
                        .strip();
    }

    private static @Nullable String blankToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private MimeMessage message(long id, Letter letter, Address to, Instant now) throws MessagingException {
        String domain = settings.from().substring(settings.from().indexOf('@') + 1);
        MimeMessage message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<huiyin." + id + "@" + domain + ">");
            }
        };
        MimeMessageHelper parts = new MimeMessageHelper(
                message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        parts.setFrom(settings.from());
        parts.setTo(to.text());
        parts.setSubject(letter.subject());
        parts.setSentDate(Date.from(now));
        parts.setText(letter.plain(), html(letter));
        message.setHeader("Auto-Submitted", "auto-generated");
        if (!letter.stop().isEmpty()) {
            message.setHeader("List-Unsubscribe", "<" + letter.stop() + ">");
            message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        return message;
    }

    private String html(Letter letter) {
        Utf8ByteOutput out = new Utf8ByteOutput();
        templates.mailLetter(letter).render(out);
        return new String(out.toByteArray(), StandardCharsets.UTF_8);
    }

    /** Whether the letter, its address, the moment or the server is to blame. */
    static Sent judge(MessagingException thrown) {
        List<Exception> all = new ArrayList<>();
        for (Exception one = thrown;
                one != null;
                one = one instanceof MessagingException m ? m.getNextException() : null) {
            all.add(one);
        }
        if (all.stream().anyMatch(SMTPSenderFailedException.class::isInstance)) {
            return new Sent.Away(words(thrown));
        }
        for (Exception one : all) {
            if (one instanceof SMTPAddressFailedException address) {
                return answered(address.getReturnCode(), address);
            }
        }
        for (Exception one : all) {
            if (one instanceof SMTPSendFailedException failed && failed.getReturnCode() > 0) {
                boolean greeting = failed.getCommand().startsWith("MAIL");
                return greeting ? new Sent.Away(words(failed)) : answered(failed.getReturnCode(), failed);
            }
        }
        return new Sent.Away(words(thrown));
    }

    private static Sent answered(int code, Exception words) {
        if (code == CLOSING) {
            return new Sent.Away(words(words));
        }
        return code / 100 == 5 ? new Sent.Refused(words(words)) : new Sent.Later(words(words));
    }

    private static String words(Exception e) {
        String said = Letter.oneLine(String.valueOf(e.getMessage()));
        return said.length() > SHOWN ? said.substring(0, SHOWN) : said;
    }

    @Override
    public void close() {
        Transport open = transport;
        transport = null;
        try {
            if (open != null) {
                open.close();
            }
        } catch (MessagingException e) {
            // it is gone, which is what was wanted
        }
    }
}

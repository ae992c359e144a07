package org.huiyin.mail;

import java.util.Locale;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server mail goes out by; {@code huiyin.mail.*}. Without a host there is no e-mail at all.
 *
 * @param port of the server; 465 goes with {@code tls}
 * @param security {@code starttls}, {@code tls}, or {@code none} for a server on this machine
 * @param user with which Huiyin signs in; none when empty
 * @param passwordFile whose first line is the password
 * @param from the sender's address
 */
@ConfigurationProperties("huiyin.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("starttls") String security,
        @DefaultValue("") String user,
        @DefaultValue("") String passwordFile,
        @DefaultValue("") String from) {

    MailSettings {
        security = security.toLowerCase(Locale.ROOT);
        if (!host.isEmpty()) {
            require(
                    security.matches("starttls|tls|none"),
                    "huiyin.mail.security is starttls, tls or none, not " + security);
            require(port > 0 && port < 65_536, "huiyin.mail.port is no port: " + port);
            require(
                    Address.fits(from),
                    "huiyin.mail.from has to be a mail address once huiyin.mail.host is set: " + from);
            require(
                    user.isEmpty() == passwordFile.isEmpty(),
                    "huiyin.mail.user and huiyin.mail.password-file go together");
            require(
                    user.isEmpty() || !security.equals("none"),
                    "huiyin.mail.security=none would send the password in the open; take starttls or tls");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }

    boolean on() {
        return !host.isEmpty();
    }
}

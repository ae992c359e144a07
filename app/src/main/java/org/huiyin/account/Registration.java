package org.huiyin.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huiyin.org.Appointment;
import org.huiyin.org.Staff;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Opens accounts for residents, a few from one address. */
@Component
class Registration {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{3,39}");
    private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}·. '-]{1,40}");
    private static final BackOff FEW = new BackOff(10, Duration.ofMinutes(10), Duration.ofHours(1));

    private final Staff staff;
    private final Passwords passwords;
    private final Attempts opened;

    Registration(Staff staff, Passwords passwords, InstantSource clock) {
        this.staff = staff;
        this.passwords = passwords;
        this.opened = new Attempts(FEW, clock);
    }

    /** The key of the text that says why not; empty when the account was opened. */
    Optional<String> ask(String name, String login, String password, String address) {
        if (!NAME.matcher(name).matches()) {
            return Optional.of("account.register.name-fault");
        }
        if (!LOGIN.matcher(login).matches()) {
            return Optional.of("account.register.login-fault");
        }
        var fault = NewPassword.fault(password, login);
        if (fault.isPresent()) {
            return fault;
        }
        if (opened.waitsUntil(address) != null) {
            return Optional.of("account.register.too-many");
        }
        opened.note(address);
        return open(name, login, password);
    }

    private Optional<String> open(String name, String login, String password) {
        var phone = MOBILE.matcher(login).matches() ? login : null;
        var account = new Appointment.NewAccount(login, passwords.hash(password), false);
        try {
            staff.appoint(List.of(new Appointment(name, phone, List.of(), account)));
            return Optional.empty();
        } catch (DuplicateKeyException e) {
            return Optional.of("account.register.taken");
        }
    }
}

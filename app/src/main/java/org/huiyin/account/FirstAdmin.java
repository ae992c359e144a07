package org.huiyin.account;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.huiyin.org.Appointment;
import org.huiyin.org.NewUnit;
import org.huiyin.org.Organisation;
import org.huiyin.org.Role;
import org.huiyin.org.Staff;
import org.huiyin.org.Unit;
import org.huiyin.programme.Text;
import org.springframework.stereotype.Component;

/** The first person in an empty installation: an administrator with a password shown once. */
@Component
public class FirstAdmin {

    public static final String LOGIN = "admin";

    private static final String SIGNS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final String UNIT = "office";

    private final Accounts accounts;
    private final Passwords passwords;
    private final Organisation organisation;
    private final Staff staff;

    FirstAdmin(Accounts accounts, Passwords passwords, Organisation organisation, Staff staff) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.organisation = organisation;
        this.staff = staff;
    }

    /** Opens the account when there is none at all and returns its password, which is to be shown once; empty otherwise. */
    public synchronized Optional<String> openIfNobody() {
        if (accounts.any()) {
            return Optional.empty();
        }
        var password = random();
        organisation.admitUnits(List.of(
                new NewUnit(UNIT, new Text("系统管理", "Administration"), null, Unit.Kind.OFFICE, null, false, List.of())));
        var post = new Appointment.NewPost(UNIT, Role.ADMIN, "系统管理员", List.of(), true);
        var account = new Appointment.NewAccount(LOGIN, passwords.hash(password), true);
        staff.appoint(List.of(new Appointment("系统管理员", null, List.of(post), account)));
        return Optional.of(password);
    }

    private static String random() {
        var random = new SecureRandom();
        var password = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            password.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return password.toString();
    }
}

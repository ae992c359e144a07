package org.huiyin.city;

import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.huiyin.org.Appointment;
import org.huiyin.org.Organisation;
import org.huiyin.org.Staff;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The demonstration city. Loaded by {@code demo} and by tests only: its passwords are public, so {@code serve} never creates it.
 */
@Component
public class DemoCity {

    /** Everybody's password in the demonstration. */
    public static final String PASSWORD = "jingzhou-demo";

    private static final String MARK = "jz";
    private static final int RESIDENTS = 900;

    private final Organisation organisation;
    private final Staff staff;
    private final PasswordEncoder passwords;
    private final TransactionTemplate transaction;
    private final CityFiles files = new CityFiles("jingzhou");

    DemoCity(Organisation organisation, Staff staff, PasswordEncoder passwords, TransactionTemplate transaction) {
        this.organisation = organisation;
        this.staff = staff;
        this.passwords = passwords;
        this.transaction = transaction;
    }

    /** Loads the city whole or not at all; a city that is there already is left alone. Returns whether it loaded anything. */
    public synchronized boolean load(Progress progress) {
        if (loaded()) {
            return false;
        }
        try {
            transaction.executeWithoutResult(status -> {
                progress.at("places", 0, 3);
                organisation.admitPlaces(files.places());
                progress.at("units", 1, 3);
                organisation.admitUnits(files.units());
                progress.at("people", 2, 3);
                String hash = hash();
                staff.appoint(files.people(hash));
                staff.appoint(residents(hash));
            });
        } finally {
            organisation.reload();
        }
        progress.at("people", 3, 3);
        return true;
    }

    public boolean loaded() {
        return organisation.units().find(MARK).isPresent();
    }

    /** The sign-ins to print, one or two for each role. */
    public List<SignIn> signIns() {
        return files.signIns(PASSWORD);
    }

    /** Those who raise most of what is raised online: names put together by chance. */
    private static List<Appointment> residents(String hash) {
        Phrases phrases = Phrases.of("jingzhou");
        RandomGenerator random = new SplittableRandom(Script.of("jingzhou").seed());
        return IntStream.rangeClosed(1, RESIDENTS)
                .mapToObj(i -> new Appointment(
                        phrases.person(random),
                        null,
                        List.of(),
                        new Appointment.NewAccount("jm%04d".formatted(i), hash, false)))
                .toList();
    }

    /** One hash for all: the password is no secret, and hashing six hundred times would take most of a minute. */
    private String hash() {
        var hash = passwords.encode(PASSWORD);
        if (hash == null) {
            throw new IllegalStateException("the demonstration password has no hash");
        }
        return hash;
    }
}

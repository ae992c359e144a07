package org.huiyin.org;

import java.time.InstantSource;
import org.huiyin.privacy.Keyring;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The organisation over a test's own database, for tests of other packages. */
public final class OrganisationFixture {

    private OrganisationFixture() {}

    public static Organisation of(JdbcClient database) {
        return new Organisation(new OrganisationRows(database), new Admission(database));
    }

    public static Staff staff(JdbcClient database, InstantSource clock) {
        return new Staff(database, new Keyring(new byte[32]), clock);
    }
}

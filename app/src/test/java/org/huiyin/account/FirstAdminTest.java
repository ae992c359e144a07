package org.huiyin.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.huiyin.org.OrganisationFixture;
import org.huiyin.privacy.Keyring;
import org.huiyin.testing.TestClock;
import org.huiyin.testing.TestDatabase;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class FirstAdminTest {

    private final JdbcClient database = JdbcClient.create(TestDatabase.fresh());
    private final TestClock clock = TestClock.at("2026-03-03T09:00");
    private final Accounts accounts = new Accounts(database, new Keyring(new byte[32]));
    private final Passwords passwords = new Passwords();
    private final FirstAdmin first = new FirstAdmin(
            accounts, passwords, OrganisationFixture.of(database), OrganisationFixture.staff(database, clock));

    @Test
    void an_empty_installation_gets_one_administrator_who_must_change_the_password() {
        var password = first.openIfNobody().orElseThrow();

        var account = accounts.find(FirstAdmin.LOGIN).orElseThrow();
        assertThat(account.mustChange()).isTrue();
        assertThat(passwords.matches(password, account.hash())).isTrue();
        assertThat(password).hasSize(16);
    }

    @Test
    void an_installation_with_anybody_in_it_gets_none() {
        first.openIfNobody();

        assertThat(first.openIfNobody()).isEmpty();
    }

    @Test
    void the_hash_is_argon2id_with_the_parameters_of_owasp() {
        first.openIfNobody();

        assertThat(accounts.find(FirstAdmin.LOGIN).orElseThrow().hash()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }
}

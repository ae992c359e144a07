package org.huiyin.account;

import org.huiyin.frame.SignedIn;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** What Spring Security keeps about a person who was let in. It holds no password. */
final class Ticket extends AbstractAuthenticationToken {

    static final String STAFF = SignedIn.STAFF;
    static final String ADMIN = "ADMIN";

    private static final long serialVersionUID = 1L;

    private final transient Person person;

    Ticket(Person person) {
        super(person.authorities());
        this.person = person;
        super.setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Person getPrincipal() {
        return person;
    }
}

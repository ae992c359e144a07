package org.huiyin.account;

import java.util.ArrayList;
import java.util.List;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What Spring Security keeps about a person who was let in. It holds no password. */
final class Ticket extends AbstractAuthenticationToken {

    static final String STAFF = "STAFF";
    static final String ADMIN = "ADMIN";

    private static final long serialVersionUID = 1L;

    private final transient Person person;

    Ticket(Person person) {
        super(authorities(person));
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

    private static List<GrantedAuthority> authorities(Person person) {
        var authorities = new ArrayList<GrantedAuthority>();
        authorities.add(new SimpleGrantedAuthority(person.actor().role().name()));
        if (person.actor().staff()) {
            authorities.add(new SimpleGrantedAuthority(STAFF));
        }
        return authorities;
    }
}

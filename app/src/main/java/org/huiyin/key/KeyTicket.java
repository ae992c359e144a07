package org.huiyin.key;

import org.springframework.security.authentication.AbstractAuthenticationToken;

/** What Spring Security keeps about a request made with a key. */
final class KeyTicket extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient KeyHolder holder;

    KeyTicket(KeyHolder holder) {
        super(holder.authorities());
        this.holder = holder;
        super.setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public KeyHolder getPrincipal() {
        return holder;
    }
}

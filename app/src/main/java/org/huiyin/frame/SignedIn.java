package org.huiyin.frame;

import java.util.List;
import java.util.stream.Stream;
import org.huiyin.org.Actor;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The principal of whoever is signed in as the frame needs it: a person, or another system that showed a key. */
public interface SignedIn {

    /** What everybody at a post bears beside the name of their role. */
    String STAFF = "STAFF";

    Actor actor();

    /** What addresses are opened by. */
    default List<GrantedAuthority> authorities() {
        Stream<String> borne = actor().staff()
                ? Stream.of(actor().role().name(), STAFF)
                : Stream.of(actor().role().name());
        return borne.<GrantedAuthority>map(SimpleGrantedAuthority::new).toList();
    }
}

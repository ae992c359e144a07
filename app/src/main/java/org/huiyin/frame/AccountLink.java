package org.huiyin.frame;

import java.util.Optional;
import org.huiyin.org.Actor;

/** A further page of a person's own account, kept by another module. */
public interface AccountLink {

    /** Empty for those who have no such page. */
    Optional<Navigation.Entry> of(Actor reader);
}

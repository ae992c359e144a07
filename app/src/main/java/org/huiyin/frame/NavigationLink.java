package org.huiyin.frame;

import java.util.Optional;
import org.huiyin.org.Actor;

/** A way to go from every page that only some who are signed in have, kept by another module. It is asked for with every page of theirs. */
public interface NavigationLink {

    /** Empty for those who have no such way. */
    Optional<Navigation.Entry> of(Actor reader);
}

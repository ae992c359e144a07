package org.huiyin.mechanism;

import java.util.Optional;
import org.huiyin.frame.AccountLink;
import org.huiyin.frame.Navigation;
import org.huiyin.org.Actor;
import org.huiyin.register.Entries;
import org.springframework.stereotype.Component;

/** Leads from the account to the page of the entries that tell of its holder, and of what the holder took upon themselves. */
@Component
class OwnLink implements AccountLink {

    private final Entries entries;
    private final Held held;

    OwnLink(Entries entries, Held held) {
        this.entries = entries;
        this.held = held;
    }

    @Override
    public Optional<Navigation.Entry> of(Actor reader) {
        boolean holds = !reader.staff() && !held.by("", reader.account()).isEmpty();
        return !holds && entries.ofAccount(reader.account()).isEmpty()
                ? Optional.empty()
                : Optional.of(new Navigation.Entry("/own", "mechanism.own"));
    }
}

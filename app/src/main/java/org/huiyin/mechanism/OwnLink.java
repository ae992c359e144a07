package org.huiyin.mechanism;

import java.util.Optional;
import org.huiyin.frame.AccountLink;
import org.huiyin.frame.Navigation;
import org.huiyin.org.Actor;
import org.huiyin.register.Entries;
import org.springframework.stereotype.Component;

/** Leads from the account to the page of the entries that tell of its holder. */
@Component
class OwnLink implements AccountLink {

    private final Entries entries;

    OwnLink(Entries entries) {
        this.entries = entries;
    }

    @Override
    public Optional<Navigation.Entry> of(Actor reader) {
        return entries.ofAccount(reader.account()).isEmpty()
                ? Optional.empty()
                : Optional.of(new Navigation.Entry("/own", "mechanism.own"));
    }
}

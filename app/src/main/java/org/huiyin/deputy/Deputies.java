package org.huiyin.deputy;

import java.util.Optional;
import org.huiyin.org.Actor;
import org.huiyin.register.Entries;
import org.huiyin.register.Entry;
import org.springframework.stereotype.Component;

/** Who is a deputy: whoever the register says so of, by their sign-in. */
@Component
class Deputies {

    static final String REGISTER = "deputies";
    static final String PROGRAMME = "deputy-suggestions";

    private final Entries entries;

    Deputies(Entries entries) {
        this.entries = entries;
    }

    /** The deputy this reader is; empty for everybody else and for those who left. */
    Optional<Entry> of(Actor reader) {
        return reader.signedIn()
                ? entries.ofAccount(reader.account()).stream()
                        .filter(one -> one.register().equals(REGISTER))
                        .findFirst()
                : Optional.empty();
    }
}

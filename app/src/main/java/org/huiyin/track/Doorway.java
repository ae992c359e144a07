package org.huiyin.track;

import java.time.Instant;
import java.util.Optional;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.privacy.Keyring;
import org.huiyin.privacy.QueryCode;
import org.springframework.stereotype.Component;

/** Decides whether a number and a query code open a matter. A wrong code and a number nobody bears are told alike. */
@Component
class Doorway {

    private final CodeAttempts attempts;
    private final MatterLookup lookup;
    private final Keyring keyring;

    Doorway(CodeAttempts attempts, MatterLookup lookup, Keyring keyring) {
        this.attempts = attempts;
        this.lookup = lookup;
        this.keyring = keyring;
    }

    /** What comes of showing a code. */
    sealed interface Answer {

        record Open(Matter matter) implements Answer {}

        record Wrong() implements Answer {}

        /** Too many wrong codes: nothing is even compared before this time. */
        record Wait(Instant until) implements Answer {}
    }

    Answer show(MatterNumber number, String code, CodeAttempts.Trier trier) {
        Optional<Instant> until = attempts.waitsUntil(trier, number.id());
        if (until.isPresent()) {
            return new Answer.Wait(until.get());
        }
        Optional<Matter> matter = code.length() <= 40 && QueryCode.opens(code, number.id(), keyring)
                ? lookup.find(number)
                : Optional.empty();
        if (matter.isEmpty()) {
            attempts.failed(trier, number.id());
            return new Answer.Wrong();
        }
        attempts.succeeded(trier, number.id());
        return new Answer.Open(matter.get());
    }
}

package org.huiyin.mechanism;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.huiyin.activity.Doorstep;
import org.huiyin.activity.Guests;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.org.Actor;
import org.huiyin.register.Entries;
import org.huiyin.register.Registers;
import org.huiyin.track.Keyholders;
import org.springframework.stereotype.Component;

/** Says who somebody outside the house is: the holder of an entry by their sign-in, anybody else by the telephone they have shown to be theirs. */
@Component
class Claimants {

    private final Registers registers;
    private final Entries entries;
    private final Doorstep doorstep;
    private final Keyholders keyholders;

    Claimants(Registers registers, Entries entries, Doorstep doorstep, Keyholders keyholders) {
        this.registers = registers;
        this.entries = entries;
        this.doorstep = doorstep;
        this.keyholders = keyholders;
    }

    /** Empty for a browser nobody has shown a telephone in, unless the account of an entry is signed in. */
    Optional<Claimant> of(Page page, PageRules.Claim claim, Matter matter, HttpServletRequest request) {
        Actor actor = keyholders.actor(page.reader(), matter, request);
        return entry(page.reader(), claim, actor)
                .or(() -> doorstep.known(request).map(guest -> guest(guest, actor)));
    }

    Claimant guest(long guest, Actor actor) {
        Guests.Guest known = doorstep.guest(guest);
        return new Claimant(actor, "guest:" + guest, known.name(), known.discreet(), known.phone(), null);
    }

    Claimant guest(long guest, Page page, Matter matter, HttpServletRequest request) {
        return guest(guest, keyholders.actor(page.reader(), matter, request));
    }

    private Optional<Claimant> entry(Actor reader, PageRules.Claim claim, Actor actor) {
        if (!reader.signedIn()) {
            return Optional.empty();
        }
        return entries.ofAccount(reader.account()).stream()
                .filter(entry -> entry.register().equals(claim.register()))
                .findFirst()
                .map(entry -> {
                    String label = registers.of(entry.register()).label(entry.number());
                    return new Claimant(actor, label, entry.name(), entry.name(), "", label);
                });
    }
}

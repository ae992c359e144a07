package org.huiyin.raiser;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.track.Keyholders;
import org.huiyin.track.Moment;
import org.huiyin.track.Unsealings;
import org.springframework.stereotype.Component;

/** The matters of whoever asks, by account or query code, and who looked them up. */
@Component
class Owned {

    private static final int LONGEST = 40;

    private final MatterLookup lookup;
    private final Keyholders keyholders;
    private final Unsealings unsealings;
    private final Organisation organisation;

    Owned(MatterLookup lookup, Keyholders keyholders, Unsealings unsealings, Organisation organisation) {
        this.lookup = lookup;
        this.keyholders = keyholders;
        this.unsealings = unsealings;
        this.organisation = organisation;
    }

    static Optional<MatterNumber> number(String typed) {
        try {
            return typed.length() > LONGEST ? Optional.empty() : Optional.of(MatterNumber.parse(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** @throws ProblemException when there is none of that number, or this reader did not raise it */
    Matter matter(Page page, String typed, HttpServletRequest request) {
        Matter matter = found(typed);
        return raised(keyholders.actor(page.reader(), matter, request), matter);
    }

    /** The same for a program, which shows the query code with every request. */
    Matter callers(Page page, String typed, HttpServletRequest request) {
        Matter matter = found(typed);
        return raised(keyholders.caller(page.reader(), matter, request), matter);
    }

    private Matter found(String typed) {
        return number(typed)
                .flatMap(lookup::find)
                .orElseThrow(() -> new ProblemException(Problem.of("no-such-matter", 404)));
    }

    private Matter raised(Actor asker, Matter matter) {
        if (!lookup.raised(asker, matter)) {
            throw new ProblemException(Problem.of("code-first", 403));
        }
        return matter;
    }

    List<Matter> all(Page page, int most) {
        return page.reader().signedIn() ? lookup.raisedBy(page.reader().account(), most) : List.of();
    }

    List<Moment.Fact> openings(Page page, Matter matter) {
        return unsealings.of(matter.number()).stream()
                .map(one -> new Moment.Fact(
                        page.time(one.at()) + " " + organisation.units().name(one.unit(), page.locale()),
                        one.reason(),
                        false))
                .toList();
    }
}

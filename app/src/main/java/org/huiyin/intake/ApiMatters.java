package org.huiyin.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.text.Normalizer;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Actor;
import org.huiyin.track.Keyholders;
import org.springframework.stereotype.Component;

/** Finds the matter a program asks for, and as whom it asks. To somebody who may not see a confidential matter, it does not exist. */
@Component
public class ApiMatters {

    private final MatterLookup lookup;
    private final Keyholders keyholders;

    ApiMatters(MatterLookup lookup, Keyholders keyholders) {
        this.lookup = lookup;
        this.keyholders = keyholders;
    }

    /**
     * A matter that was asked for.
     *
     * @param actor who asks: whoever is signed in, or the raiser when the query code was shown
     */
    public record Seen(Matter matter, Actor actor) {}

    /** The matter, for whoever may know of it: everybody, when it is not confidential. */
    public Seen seen(Page page, String number, HttpServletRequest request) {
        Matter matter = number(number).flatMap(lookup::find).orElseThrow(ApiMatters::none);
        Actor actor = keyholders.caller(page.reader(), matter, request);
        if (matter.confidential() && !lookup.mayRead(actor, matter)) {
            throw none();
        }
        return new Seen(matter, actor);
    }

    /** The matter, for staff who may read it. */
    public Matter readable(Page page, String number) {
        return number(number)
                .flatMap(lookup::find)
                .filter(matter -> page.reader().staff() && lookup.mayRead(page.reader(), matter))
                .orElseThrow(ApiMatters::none);
    }

    /** Reads a number however it was typed; anything else is none. */
    public static Optional<MatterNumber> number(String typed) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        try {
            return Optional.of(MatterNumber.parse(Normalizer.normalize(typed, Normalizer.Form.NFKC)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static ProblemException none() {
        return new ProblemException(Problem.of("no-such-matter", 404));
    }
}

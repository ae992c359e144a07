package org.huiyin.track;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.evidence.MayRead;
import org.huiyin.evidence.Sight;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Step;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.huiyin.programme.Programme;
import org.springframework.stereotype.Component;

/**
 * Lets the raiser see what they attached and what proves an answer they were given; the public sees only the latter, of matters that are not
 * confidential, and without the names of the files. What a resident photographed is not put before everybody: it may show a face, a door or
 * a number plate. Staff see what {@link Discretion} lets them.
 */
@Component
class EvidenceReaders implements MayRead {

    private final MatterLookup lookup;
    private final Keyholders keyholders;

    EvidenceReaders(MatterLookup lookup, Keyholders keyholders) {
        this.lookup = lookup;
        this.keyholders = keyholders;
    }

    @Override
    public Sight sight(Actor actor, HttpServletRequest request, long matter, int step) {
        Optional<Matter> found = lookup.find(new MatterNumber(matter));
        if (found.isEmpty()) {
            return Sight.NOTHING;
        }
        if (lookup.mayRead(actor, found.get()) && actor.staff()) {
            return ofColleague(Discretion.of(lookup, actor, found.get()), found.get(), step);
        }
        boolean raiser = lookup.raised(keyholders.actor(actor, found.get(), request), found.get());
        if (!raiser && found.get().confidential()) {
            return Sight.NOTHING;
        }
        View view = raiser ? View.RAISER : View.PUBLIC;
        List<Step> history = lookup.history(found.get().number());
        boolean shown = steps(lookup.programmeOf(found.get()), history, view).contains(step);
        return shown ? view.sight() : Sight.NOTHING;
    }

    private Sight ofColleague(Discretion discretion, Matter matter, int step) {
        return !discretion.guarded()
                ? Sight.WHOLE
                : lookup.history(matter.number()).stream()
                        .filter(taken -> taken.seq() == step)
                        .map(taken -> discretion.sight(lookup.programmeOf(matter), taken))
                        .findFirst()
                        .orElse(Sight.NOTHING);
    }

    /** The steps whose evidence this reader may see. */
    static Set<Integer> steps(Programme programme, List<Step> history, View view) {
        Set<Integer> shown = new HashSet<>();
        for (Step step : history) {
            boolean own = step.seq() == 1 || step.by().role() == Role.RESIDENT;
            if (own ? view == View.RAISER : View.reaches(programme, step)) {
                shown.add(step.seq());
            }
            if (!own && View.reaches(programme, step)) {
                history.stream()
                        .filter(draft -> draft.seq() < step.seq() && draft.round() == step.round())
                        .filter(draft -> handsIn(programme, draft))
                        .forEach(draft -> shown.add(draft.seq()));
            }
        }
        return shown;
    }

    /** Whether the step had to bring evidence: that is what proves the answer. */
    private static boolean handsIn(Programme programme, Step step) {
        return step.seq() > 1
                && programme.step(step.name()).map(rule -> rule.evidence() > 0).orElse(false);
    }
}

package org.huiyin.track;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.MayRead;
import org.huiyin.evidence.Sight;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.matter.Step;
import org.huiyin.org.Actor;
import org.huiyin.programme.Programme;
import org.springframework.stereotype.Component;

/**
 * Lets the raiser see what they attached and what proves an answer they were given; the public sees only the latter, of matters that are not
 * confidential, and without the names of the files. What a resident photographed is not put before everybody: it may show a face, a door or
 * a number plate. Staff see what {@link Discretion} lets them.
 */
@Component
public class EvidenceReaders implements MayRead {

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
        Programme programme = lookup.programmeOf(found.get());
        List<Step> history = lookup.history(found.get().number());
        Publication publication = Publication.of(programme, found.get(), raiser ? Eyes.RAISER : Eyes.EVERYBODY);
        if (publication.countsOnly() || publication.withdrawn()) {
            return Sight.NOTHING;
        }
        boolean shown = steps(programme, history, publication).contains(step);
        return shown ? sight(publication) : Sight.NOTHING;
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

    /** How files that are shown are seen. */
    static Sight sight(Publication publication) {
        return publication.eyes() == Eyes.RAISER ? Sight.WHOLE : Sight.NAMELESS;
    }

    /** The files of a matter's steps somebody who is no colleague may see, and how. */
    public static List<Attachment> files(
            Programme programme, List<Step> history, Publication publication, List<Attachment> files) {
        Set<Integer> shown = steps(programme, history, publication);
        return files.stream()
                .filter(file -> !publication.countsOnly() && shown.contains(file.step()))
                .flatMap(file -> sight(publication).show(file).stream())
                .toList();
    }

    /** The steps whose evidence this reader may see. */
    static Set<Integer> steps(Programme programme, List<Step> history, Publication publication) {
        Set<Integer> shown = new HashSet<>();
        for (Step step : history) {
            boolean own = step.seq() == 1 || step.byRaiser();
            boolean reaches = !own && publication.reaches(step) && publication.maySeeEvidence(step);
            if (own ? publication.eyes() == Eyes.RAISER : reaches) {
                shown.add(step.seq());
            }
            if (reaches) {
                history.stream()
                        .filter(draft -> draft.seq() < step.seq() && draft.round() == step.round())
                        .filter(draft -> handsIn(programme, draft) && !publication.keepsBack(draft))
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

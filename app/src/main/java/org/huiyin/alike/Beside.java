package org.huiyin.alike;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Step;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Programme;
import org.huiyin.track.Discretion;
import org.springframework.stereotype.Component;

/** Matters that are alike, as a colleague may read them: within reach, and of each no more than discretion allows. */
@Component
class Beside {

    private static final int MOST_LOOKED_AT = 50;

    private final Alikes alikes;
    private final MatterLookup lookup;
    private final Organisation organisation;

    Beside(Alikes alikes, MatterLookup lookup, Organisation organisation) {
        this.alikes = alikes;
        this.lookup = lookup;
        this.organisation = organisation;
    }

    /** Whether this person may merge the matter as it stands. */
    boolean merges(Actor actor, Matter matter) {
        return merge(actor, matter).isPresent();
    }

    /** The step by which this person may merge it. */
    Optional<String> merge(Actor actor, Matter matter) {
        return lookup.open(matter, actor).stream()
                .filter(rule -> rule.bulk() && rule.merges())
                .map(rule -> rule.name())
                .findFirst();
    }

    List<AlikeSide> of(Page page, Matter matter, int most) {
        Told told = alikes.told(List.of(matter.id())).get(matter.id());
        if (told == null) {
            return List.of();
        }
        List<Alike> found =
                alikes.of(new Alikes.Wanted(matter.id(), matter.programme(), matter.category(), told), MOST_LOOKED_AT);
        Map<Long, Matter> matters =
                lookup.findAll(found.stream().map(Alike::matter).toList());
        List<Alike> shown = found.stream()
                .filter(alike -> Stream.ofNullable(matters.get(alike.matter()))
                        .anyMatch(other -> lookup.joinable(other) && lookup.mayRead(page.reader(), other)))
                .limit(most)
                .toList();
        Map<Long, List<Step>> histories =
                lookup.histories(shown.stream().map(Alike::matter).toList());
        return shown.stream()
                .map(alike -> side(
                        page,
                        known(matters, alike.matter()),
                        histories.getOrDefault(alike.matter(), List.of()),
                        Why.of(page, alike)))
                .toList();
    }

    private static Matter known(Map<Long, Matter> matters, long id) {
        return Optional.ofNullable(matters.get(id)).orElseThrow();
    }

    /** The matter itself, first of those side by side. */
    AlikeSide itself(Page page, Matter matter) {
        return side(page, matter, lookup.history(matter.number()), "");
    }

    AlikeSide side(Page page, Matter matter, List<Step> history, String why) {
        Programme programme = lookup.programmeOf(matter);
        Discretion discretion = Discretion.of(lookup, page.reader(), matter);
        Function<String, String> said = name -> history.isEmpty()
                ? ""
                : String.valueOf(
                        discretion.fields(programme, history.getFirst()).getOrDefault(name, ""));
        Integer lead = matter.lead();
        return new AlikeSide(
                matter.number().toString(),
                matter.number() + ":" + matter.version(),
                discretion.title(matter),
                said.apply("description"),
                organisation.places().path(discretion.place(matter.place()), page.locale()),
                page.t(programme.state(matter.state()).title()),
                lead == null ? "" : organisation.units().name(lead, page.locale()),
                page.time(matter.raisedAt()),
                why);
    }
}

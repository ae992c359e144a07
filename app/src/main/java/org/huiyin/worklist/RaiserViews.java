package org.huiyin.worklist;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.track.Moment;
import org.huiyin.track.Unsealings;
import org.springframework.stereotype.Component;

/** What a colleague may learn of the person who raised a matter. */
@Component
class RaiserViews {

    private final MatterLookup lookup;
    private final Unsealings unsealings;
    private final Organisation organisation;
    private final Names names;

    RaiserViews(MatterLookup lookup, Unsealings unsealings, Organisation organisation, Names names) {
        this.lookup = lookup;
        this.unsealings = unsealings;
        this.organisation = organisation;
        this.names = names;
    }

    MatterView.Raiser of(Page page, Matter matter, Programme programme) {
        if (!lookup.mayKnowRaiser(page.reader(), matter)) {
            return new MatterView.Raiser(false, true, false, List.of(), List.of());
        }
        Map<Integer, Map<String, Object>> sealed = lookup.unsealed(matter.number());
        List<Unsealings.Unsealing> openings = unsealings.of(matter.number());
        boolean open = unsealings.openTo(page.reader(), openings);
        return new MatterView.Raiser(
                true, !sealed.isEmpty(), open, open ? facts(page, programme, sealed) : List.of(), told(page, openings));
    }

    private static List<Moment.Fact> facts(Page page, Programme programme, Map<Integer, Map<String, Object>> sealed) {
        return programme.steps().values().stream()
                .flatMap(rule -> rule.form().fields().stream())
                .filter(field -> field.seen() == Field.Seen.SEALED)
                .distinct()
                .flatMap(field -> sealed.values().stream()
                        .filter(fields -> fields.containsKey(field.name()))
                        .map(fields -> new Moment.Fact(
                                page.t(field.title()), String.valueOf(fields.get(field.name())), false)))
                .distinct()
                .toList();
    }

    private List<MatterView.Opening> told(Page page, List<Unsealings.Unsealing> openings) {
        Map<Long, String> colleagues =
                names.of(openings.stream().map(Unsealings.Unsealing::account).collect(Collectors.toSet()));
        return openings.stream()
                .map(one -> new MatterView.Opening(
                        organisation.units().name(one.unit(), page.locale()) + " "
                                + colleagues.getOrDefault(one.account(), ""),
                        one.at(),
                        one.reason()))
                .toList();
    }
}

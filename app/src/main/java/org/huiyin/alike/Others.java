package org.huiyin.alike;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Programme;
import org.springframework.stereotype.Component;

/**
 * What others said near somebody who is about to raise a matter: public matters only, as everybody may read them. Those that can still be joined
 * are offered; those that ended can only be read.
 */
@Component
class Others {

    private static final int MOST_SHOWN = 3;
    private static final int MOST_ENDED = 2;
    private static final int MOST_LOOKED_AT = 20;

    private final Alikes alikes;
    private final MatterLookup lookup;
    private final Organisation organisation;

    Others(Alikes alikes, MatterLookup lookup, Organisation organisation) {
        this.alikes = alikes;
        this.lookup = lookup;
        this.organisation = organisation;
    }

    List<SaidBefore> of(Page page, String programme, Map<String, String> fields) {
        Told told = Told.of(fields);
        String category = fields.getOrDefault("category", "");
        List<Alike> found = alikes.of(new Alikes.Wanted(0, programme, category, told), MOST_LOOKED_AT);
        Map<Long, Matter> matters =
                lookup.findAll(found.stream().map(Alike::matter).toList());
        List<SaidBefore> all = found.stream()
                .flatMap(alike ->
                        Optional.ofNullable(matters.get(alike.matter()))
                                .flatMap(matter -> offer(page, alike, matter))
                                .stream())
                .toList();
        return Stream.concat(
                        all.stream().filter(SaidBefore::joins).limit(MOST_SHOWN),
                        all.stream().filter(one -> !one.joins()).limit(MOST_ENDED))
                .toList();
    }

    private Optional<SaidBefore> offer(Page page, Alike alike, Matter matter) {
        Publication publication = Publication.of(lookup.programmeOf(matter), matter, Eyes.EVERYBODY);
        if (publication.countsOnly() || publication.withdrawn()) {
            return Optional.empty();
        }
        boolean joins = lookup.joinable(matter);
        if (!joins && !answered(matter)) {
            return Optional.empty();
        }
        return Optional.of(new SaidBefore(
                matter.number().toString(),
                publication.title(matter),
                organisation.places().path(publication.place(matter.place()), page.locale()),
                page.t(lookup.programmeOf(matter).state(matter.state()).title()),
                page.time(matter.raisedAt()),
                Why.of(page, alike),
                joins));
    }

    /** Whether it stands on a list of matters that came to something; one that was merged or not accepted tells a neighbour nothing. */
    private boolean answered(Matter matter) {
        Programme.ListRule list = lookup.programmeOf(matter).lists().get(matter.list());
        return list != null && !list.open() && matter.mergedInto() == null && matter.lead() != null;
    }
}

package org.huiyin.alike;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.org.Organisation;
import org.springframework.stereotype.Component;

/** What others said near somebody who is about to raise a matter: public matters only, as everybody may read them, and only those that can still be joined. */
@Component
class Others {

    private static final int MOST_SHOWN = 3;
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
        return found.stream()
                .flatMap(alike ->
                        Optional.ofNullable(matters.get(alike.matter()))
                                .flatMap(matter -> offer(page, alike, matter))
                                .stream())
                .limit(MOST_SHOWN)
                .toList();
    }

    private Optional<SaidBefore> offer(Page page, Alike alike, Matter matter) {
        Publication publication = Publication.of(lookup.programmeOf(matter), matter, Eyes.EVERYBODY);
        if (publication.countsOnly() || publication.withdrawn() || !matter.joinable()) {
            return Optional.empty();
        }
        return Optional.of(new SaidBefore(
                matter.number().toString(),
                publication.title(matter),
                organisation.places().path(publication.place(matter.place()), page.locale()),
                page.t(lookup.programmeOf(matter).state(matter.state()).title()),
                page.time(matter.raisedAt()),
                Why.of(page, alike)));
    }
}

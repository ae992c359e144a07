package org.huiyin.track;

import java.util.List;
import org.huiyin.evidence.Attachment;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.matter.Step;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Programme;
import org.springframework.stereotype.Component;

/** Tells the life of public matters as everybody may know it, for lists that are put together elsewhere. */
@Component
public class PublicTales {

    private final MatterLookup lookup;
    private final Organisation organisation;

    PublicTales(MatterLookup lookup, Organisation organisation) {
        this.lookup = lookup;
        this.organisation = organisation;
    }

    /** The steps of a matter that is not confidential, oldest first. */
    public List<Moment> tell(Page page, Matter matter, List<Step> history, List<Attachment> attachments) {
        if (matter.confidential()) {
            throw new IllegalArgumentException("Matter " + matter.number() + " is confidential");
        }
        Programme programme = lookup.programmeOf(matter);
        Publication publication = Publication.of(programme, matter, Eyes.EVERYBODY, history);
        Spoken spoken = new Spoken(page, organisation.units(), organisation.places());
        return new Tale(page, programme, publication, spoken).tell(history, attachments);
    }
}

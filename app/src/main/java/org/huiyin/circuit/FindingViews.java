package org.huiyin.circuit;

import java.util.List;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Attachments;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Origins;
import org.huiyin.org.Organisation;
import org.springframework.stereotype.Component;

/** Says a finding in the reader's words. */
@Component
class FindingViews {

    private final Organisation organisation;
    private final MatterLookup lookup;
    private final Attachments attachments;
    private final Access access;
    private final Origins origins;

    FindingViews(
            Organisation organisation, MatterLookup lookup, Attachments attachments, Access access, Origins origins) {
        this.organisation = organisation;
        this.lookup = lookup;
        this.attachments = attachments;
        this.access = access;
        this.origins = origins;
    }

    /**
     * The view.
     *
     * @param open whether the round goes on
     */
    FindingView of(Page page, Group group, Outcomes.Outcome one, boolean open) {
        Finding finding = one.finding();
        Matter matter = one.matter();
        boolean raisable =
                one.became() == Became.UNRAISED && open && access.mayVisit(page.reader(), group, finding.unit());
        return new FindingView(
                finding.id(),
                finding.visit(),
                organisation.units().name(finding.unit(), page.locale()),
                finding.title(),
                finding.detail(),
                organisation.places().path(finding.place(), page.locale()),
                finding.settled(),
                one.state() == null ? page.t(one.became().key()) : page.t(one.state()),
                one.late() ? "late" : one.became().tone(),
                matter == null ? null : matter.number().toString(),
                one.late(),
                matter != null && lookup.mayRead(page.reader(), matter),
                raisable,
                raisable ? programmes(page) : List.of(),
                photos(finding));
    }

    private List<Options.Option> programmes(Page page) {
        return origins.open(FindingMatters.ORIGIN, page.reader(), page.formats().today()).stream()
                .map(one -> new Options.Option(one.name(), page.t(one.title())))
                .toList();
    }

    private List<Attachment> photos(Finding finding) {
        return attachments.kept(Findings.KIND, List.of(finding.id())).getOrDefault(finding.id(), List.of());
    }
}

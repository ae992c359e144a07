package org.huiyin.mechanism;

import gg.jte.Content;
import huiyin.pages.StaticTemplates;
import java.util.List;
import java.util.Optional;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Attachments;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Step;
import org.huiyin.org.Place;
import org.huiyin.track.Discretion;
import org.huiyin.worklist.MatterPanel;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Pictures of before and after, side by side; one that was taken far from the spot says so and is kept. */
@Component
@Order(3)
class PicturesPanel implements MatterPanel {

    private final StaticTemplates templates = new StaticTemplates();
    private final MechanismPages pages;
    private final MatterLookup lookup;
    private final Attachments attachments;

    PicturesPanel(MechanismPages pages, MatterLookup lookup, Attachments attachments) {
        this.pages = pages;
        this.lookup = lookup;
        this.attachments = attachments;
    }

    @Override
    public Optional<Content> of(Page page, Matter matter) {
        return pages.of(matter.programme())
                .flatMap(rules -> Optional.ofNullable(rules.pictures()))
                .flatMap(rule -> {
                    List<Step> history = lookup.history(matter.number());
                    List<Attachment> all = Discretion.of(lookup, page.reader(), matter)
                            .files(lookup.programmeOf(matter), history, attachments.of(matter.id()));
                    PicturesView view = new PicturesView(
                            side(page, rule.before(), rule.near(), history, all),
                            side(page, rule.after(), rule.near(), history, all));
                    return view.before().isEmpty() && view.after().isEmpty()
                            ? Optional.empty()
                            : Optional.of(templates.mechanismPictures(page, view));
                });
    }

    private static List<PicturesView.Picture> side(
            Page page, List<String> steps, int near, List<Step> history, List<Attachment> all) {
        Place.Position spot = Saying.last(history, "position")
                .flatMap(written -> Place.Position.parse(String.valueOf(written)))
                .orElse(null);
        return history.stream()
                .filter(step -> steps.contains(step.name()))
                .flatMap(step -> all.stream()
                        .filter(one -> one.image() && one.step() == step.seq())
                        .map(one -> new PicturesView.Picture(
                                one,
                                page.time(step.occurredAt()),
                                far(page, spot, one.taken().position(), near))))
                .toList();
    }

    /** How far from the spot it was taken, when that is farther than near; "" when it is near or nobody knows. */
    private static String far(Page page, Place.@Nullable Position spot, Attachment.@Nullable Position taken, int near) {
        if (spot == null || taken == null) {
            return "";
        }
        long metres = Math.round(spot.metresTo(new Place.Position(taken.latitude(), taken.longitude())));
        return metres > near ? page.t("mechanism.pictures.far", metres) : "";
    }
}

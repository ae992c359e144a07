package org.huiyin.activity;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.evidence.Attachment;
import org.huiyin.matter.Desk;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Origins;
import org.huiyin.matter.Outcome;
import org.huiyin.org.Actor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a finding a matter through the Desk: its words, place, position and photographs go along, and so do those who were there. */
@Component
class FoundMatters {

    /** Begins the idempotency key of the step; the finding's token follows. */
    static final String KEY = "found-";

    /** As programmes call what comes from here. */
    static final String ORIGIN = "activity";

    private final TransactionTemplate transaction;
    private final Desk desk;
    private final Activities activities;
    private final Photos photos;
    private final FoundForms forms;
    private final Origins origins;

    FoundMatters(
            TransactionTemplate transaction,
            Desk desk,
            Activities activities,
            Photos photos,
            FoundForms forms,
            Origins origins) {
        this.transaction = transaction;
        this.desk = desk;
        this.activities = activities;
        this.photos = photos;
        this.forms = forms;
        this.origins = origins;
    }

    /** What comes of it. */
    sealed interface Raised {

        record Done(MatterNumber matter) implements Raised {}

        record Refused(Outcome why) implements Raised {}
    }

    /** Raises it once: whoever comes second is given the same matter. */
    Raised raise(Actor actor, Kind kind, Activity so, long id) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            activities.lockFinding(id);
            Finding finding = activities.finding(id).orElseThrow();
            Long known = finding.matter();
            return known != null ? new Raised.Done(new MatterNumber(known)) : ask(actor, kind, so, finding);
        }));
    }

    private Raised ask(Actor actor, Kind kind, Activity so, Finding finding) {
        Kind.FoundAs as = java.util.Objects.requireNonNull(kind.findings());
        Map<String, Object> known = forms.of(kind, as, so, finding);
        List<String> files = Optional.ofNullable(
                        photos.of(finding.activity(), List.of(finding.seq())).get(finding.seq()))
                .orElse(List.of())
                .stream()
                .map(Attachment::id)
                .map(Object::toString)
                .toList();
        Outcome outcome =
                desk.perform(origins.begin(as.programme(), ORIGIN, actor, known, files, KEY + finding.token()));
        return outcome instanceof Outcome.Done(var receipt)
                ? new Raised.Done(receipt.number())
                : new Raised.Refused(outcome);
    }
}

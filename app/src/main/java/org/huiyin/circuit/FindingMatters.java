package org.huiyin.circuit;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Attachments;
import org.huiyin.matter.Desk;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Origins;
import org.huiyin.matter.Outcome;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.programme.Programme;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a finding a matter through the Desk: its words, place and photos go along, and the unit visited is proposed to whoever dispatches. */
@Component
class FindingMatters {

    /** Begins the idempotency key of the step; the finding's token follows. */
    static final String KEY = "finding-";

    /** As programmes call what comes from here. */
    static final String ORIGIN = "circuit";

    private final TransactionTemplate transaction;
    private final Desk desk;
    private final Findings findings;
    private final Attachments attachments;
    private final Organisation organisation;
    private final Origins origins;

    FindingMatters(
            TransactionTemplate transaction,
            Desk desk,
            Findings findings,
            Attachments attachments,
            Organisation organisation,
            Origins origins) {
        this.transaction = transaction;
        this.desk = desk;
        this.findings = findings;
        this.attachments = attachments;
        this.organisation = organisation;
        this.origins = origins;
    }

    /** What comes of it. */
    sealed interface Raised {

        record Done(MatterNumber matter) implements Raised {}

        /** It was put right on the spot. */
        record Settled() implements Raised {}

        record Refused(Outcome why) implements Raised {}
    }

    /** Under which programmes somebody may raise a finding; the usual first. */
    List<Programme> programmes(Actor actor, LocalDate today) {
        return origins.open(ORIGIN, actor, today);
    }

    /** Raises it once: whoever comes second is given the same matter. */
    Raised raise(Actor actor, Programme programme, long id) {
        return transaction.execute(status -> {
            findings.lock(id);
            Finding finding = findings.find(id).orElseThrow();
            MatterNumber known = finding.matter();
            if (known != null) {
                return new Raised.Done(known);
            }
            return finding.settled().isEmpty() ? ask(actor, programme, finding) : new Raised.Settled();
        });
    }

    /** Says how it was put right on the spot, unless it is a matter by now. */
    boolean settle(long id, String settled) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            findings.lock(id);
            return findings.settle(id, settled);
        }));
    }

    private Raised ask(Actor actor, Programme programme, Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", finding.title());
        fields.put("text", finding.detail().isEmpty() ? finding.title() : finding.detail());
        fields.put("place", finding.place());
        if (organisation.units().find(finding.unit()).filter(Unit::active).isPresent()) {
            fields.put("unit", (long) finding.unit());
        }
        List<String> photos = Optional.ofNullable(
                        attachments.kept(Findings.KIND, List.of(finding.id())).get(finding.id()))
                .orElse(List.of())
                .stream()
                .map(Attachment::id)
                .map(Object::toString)
                .toList();
        Outcome outcome = desk.perform(Origins.begin(programme, ORIGIN, actor, fields, photos, KEY + finding.token()));
        return outcome instanceof Outcome.Done(var receipt)
                ? new Raised.Done(receipt.number())
                : new Raised.Refused(outcome);
    }
}

package org.huiyin.circuit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Attachments;
import org.huiyin.matter.Desk;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes a finding a matter through the Desk: its words, place and photos go along, and the unit visited is proposed to whoever dispatches. */
@Component
class FindingMatters {

    /** Begins the idempotency key of the step; the finding's token follows. */
    static final String KEY = "finding-";

    private static final String PROGRAMME = "three-lists";
    private static final String STEP = "raise";

    /** Two people who tap at once wait for each other, and the second finds the matter of the first. */
    private static final String ONE_AT_A_TIME = """
            select count(pg_advisory_xact_lock(8312, :finding::integer))
            """;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final Desk desk;
    private final Findings findings;
    private final Attachments attachments;
    private final Organisation organisation;

    FindingMatters(
            JdbcClient database,
            TransactionTemplate transaction,
            Desk desk,
            Findings findings,
            Attachments attachments,
            Organisation organisation) {
        this.database = database;
        this.transaction = transaction;
        this.desk = desk;
        this.findings = findings;
        this.attachments = attachments;
        this.organisation = organisation;
    }

    /** What comes of it. */
    sealed interface Raised {

        record Done(MatterNumber matter) implements Raised {}

        /** It was put right on the spot. */
        record Settled() implements Raised {}

        record Refused(Outcome why) implements Raised {}
    }

    /** Raises it once: whoever comes second is given the same matter. */
    Raised raise(Actor actor, long id) {
        return transaction.execute(status -> {
            database.sql(ONE_AT_A_TIME)
                    .param("finding", (int) id)
                    .query(Long.class)
                    .single();
            Finding finding = findings.find(id).orElseThrow();
            MatterNumber known = finding.matter();
            if (known != null) {
                return new Raised.Done(known);
            }
            return finding.settled().isEmpty() ? ask(actor, finding) : new Raised.Settled();
        });
    }

    /** Says how it was put right on the spot, unless it is a matter by now. */
    boolean settle(long id, String settled) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            database.sql(ONE_AT_A_TIME)
                    .param("finding", (int) id)
                    .query(Long.class)
                    .single();
            return findings.settle(id, settled);
        }));
    }

    private Raised ask(Actor actor, Finding finding) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("title", finding.title());
        fields.put("description", finding.detail().isEmpty() ? finding.title() : finding.detail());
        fields.put("place", finding.place());
        fields.put("channel", "circuit");
        if (organisation.units().find(finding.unit()).filter(Unit::active).isPresent()) {
            fields.put("proposed-unit", (long) finding.unit());
        }
        List<String> photos = Optional.ofNullable(
                        attachments.kept(Findings.KIND, List.of(finding.id())).get(finding.id()))
                .orElse(List.of())
                .stream()
                .map(Attachment::id)
                .map(Object::toString)
                .toList();
        Outcome outcome =
                desk.perform(StepRequest.begin(PROGRAMME, STEP, actor, fields, photos, KEY + finding.token()));
        return outcome instanceof Outcome.Done(var receipt)
                ? new Raised.Done(receipt.number())
                : new Raised.Refused(outcome);
    }
}

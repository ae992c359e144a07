package org.huiyin.register;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.huiyin.frame.Formats;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.privacy.Keyring;
import org.huiyin.programme.FieldError;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes facts down, all that were asked together or none. One batch after another: so numbers are dense, nobody is entered twice, and nobody
 * comes to belong to themselves by way of another.
 */
@Component
public class Keeping {

    private final FactRows rows;
    private final Relatives relatives;
    private final Organisation organisation;
    private final Keyring keyring;
    private final InstantSource clock;
    private final TransactionTemplate transaction;

    Keeping(
            FactRows rows,
            Relatives relatives,
            Organisation organisation,
            Keyring keyring,
            InstantSource clock,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.relatives = relatives;
        this.organisation = organisation;
        this.keyring = keyring;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** Writes one fact down. */
    public FactOutcome keep(Actor actor, FactRequest request) {
        return keep(actor, List.of(request), false).getFirst();
    }

    /**
     * Writes facts down; what comes of each stands where it was asked. An entry may stand in a batch once.
     *
     * @param trying says what would come of it and leaves nothing behind
     */
    public List<FactOutcome> keep(Actor actor, List<FactRequest> requests, boolean trying) {
        return Objects.requireNonNull(transaction.execute(status -> {
            rows.lock();
            List<FactOutcome> outcomes = kept(actor, requests);
            if (trying || outcomes.stream().anyMatch(FactOutcome::refused)) {
                status.setRollbackOnly();
            }
            return outcomes;
        }));
    }

    private List<FactOutcome> kept(Actor actor, List<FactRequest> requests) {
        Instant now = clock.instant();
        Map<String, Entry> again =
                rows.keptWith(requests.stream().map(FactRequest::key).toList());
        List<FactRequest> fresh = requests.stream()
                .filter(request -> !again.containsKey(request.key()))
                .toList();
        Map<Long, Standing> standing = rows.standing(fresh.stream()
                .flatMap(request -> Stream.ofNullable(request.entry()))
                .toList());
        Drafting drafting = new Drafting(
                actor, organisation, keyring, now.atZone(Formats.ZONE).toLocalDate());
        List<Draft> drafts = new ArrayList<>();
        for (FactRequest request : fresh) {
            Long id = request.entry();
            drafts.add(drafting.draft(request, id == null ? null : standing.get(id)));
        }
        List<Prospect> prospects = relatives.settle(drafts);
        Map<Prospect, FieldError> taken = Map.of();
        if (prospects.stream().allMatch(Prospect::fine)) {
            rows.write(actor, prospects, now);
            taken = rows.claim(prospects);
        }
        return outcomes(requests, again, prospects, taken);
    }

    private static List<FactOutcome> outcomes(
            List<FactRequest> requests,
            Map<String, Entry> again,
            List<Prospect> prospects,
            Map<Prospect, FieldError> taken) {
        Map<FactRequest, Prospect> byRequest = new IdentityHashMap<>();
        prospects.forEach(one -> byRequest.put(one.draft().request(), one));
        boolean fine = taken.isEmpty() && prospects.stream().allMatch(Prospect::fine);
        List<FactOutcome> outcomes = new ArrayList<>();
        for (FactRequest request : requests) {
            Entry before = again.get(request.key());
            Prospect prospect = byRequest.get(request);
            if (before != null) {
                outcomes.add(new FactOutcome.Kept(before));
            } else if (prospect == null) {
                throw new IllegalStateException("a request was lost on its way");
            } else if (!prospect.fine()) {
                outcomes.add(new FactOutcome.Refused(prospect.errors()));
            } else if (taken.containsKey(prospect)) {
                outcomes.add(new FactOutcome.Refused(List.of(taken.get(prospect))));
            } else {
                outcomes.add(fine ? new FactOutcome.Kept(prospect.entry()) : new FactOutcome.Withheld());
            }
        }
        return outcomes;
    }
}

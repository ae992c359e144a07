package org.huiyin.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.evidence.UploadRefusal.Reason;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Actor;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes files in, keeps them for their step, and hands them out again. A step claims those whose ids it carries in its evidence; what no
 * step claims within a day is swept.
 */
public final class Attachments {

    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final EvidenceStore store;
    private final EvidenceSettings settings;
    private final Preparation preparation;
    private final Allowance allowance;
    private final AttachmentRows rows;
    private final TransactionTemplate transactions;
    private final InstantSource time;

    Attachments(
            EvidenceStore store,
            EvidenceSettings settings,
            AttachmentRows rows,
            TransactionTemplate transactions,
            InstantSource time) {
        this.store = store;
        this.settings = settings;
        this.preparation = new Preparation(store, settings);
        this.allowance = new Allowance(settings, time);
        this.rows = rows;
        this.transactions = transactions;
        this.time = time;
    }

    /**
     * Checks and keeps the files of one request, all or none. To be called by every edge before it asks the Desk for a step, also when only
     * earlier ids came in: it is what stops somebody from using another's upload.
     *
     * @param earlier ids this holder was given for uploads of the same step
     */
    public Held take(Holder holder, List<String> earlier, List<Upload> fresh) {
        SequencedSet<String> once = new LinkedHashSet<>(earlier);
        if (once.size() + fresh.size() > settings.perStep()) {
            return new Held.Refused(new UploadRefusal(Reason.TOO_MANY, "", Integer.toString(settings.perStep())));
        }
        if (holder.account() == 0 && !fresh.isEmpty() && !allowance.take(holder.address(), fresh)) {
            return new Held.Refused(new UploadRefusal(Reason.TOO_OFTEN, "", Integer.toString(allowance.minutesLeft())));
        }
        List<Attachment> held = holdOn(holder, once);
        if (held.size() < once.size()) {
            return new Held.Refused(new UploadRefusal(Reason.GONE, ""));
        }
        return keepAll(holder, held, fresh);
    }

    /** The ids of what a program handed in before it names them; one that is not its own, or gone, ends the request. */
    public List<String> mustHold(Actor actor, List<String> ids) {
        return switch (ids.isEmpty() ? new Held.Kept(List.of()) : take(Holder.of(actor), ids, List.of())) {
            case Held.Kept kept -> kept.ids();
            case Held.Refused(var why) -> throw new ProblemException(why.problem());
        };
    }

    /** Everything attached to a matter's steps, in order. */
    public List<Attachment> of(long matter) {
        return rows.ofMatter(matter);
    }

    /**
     * Keeps files that were taken for something other than a step, in the transaction that is open.
     *
     * @param ids of {@link #take}; whoever names others must have settled that they may be shown there
     */
    public void keep(Keeper keeper, List<String> ids) {
        List<UUID> wanted =
                ids.stream().flatMap(id -> id(id).stream()).distinct().toList();
        int kept = wanted.isEmpty() ? 0 : rows.keep(keeper, wanted);
        if (kept != new LinkedHashSet<>(ids).size()) {
            throw new IllegalStateException(
                    ids.size() + " attachments were to be kept for " + keeper + ", but only " + kept + " are there");
        }
    }

    /** What each of these keeps, in order; those that keep nothing are left out. */
    public Map<Long, List<Attachment>> kept(String kind, Collection<Long> keepers) {
        return rows.kept(kind, keepers);
    }

    List<Keeper> keepers(UUID id) {
        return rows.keepers(id);
    }

    /** The same of many matters, by matter; those without any are left out. */
    public Map<Long, List<Attachment>> ofAll(List<Long> matters) {
        return rows.ofMatters(matters);
    }

    /** How many files one step may carry. */
    public int mostPerStep() {
        return settings.perStep();
    }

    Optional<Attachment> find(UUID id) {
        return rows.find(id);
    }

    boolean held(UUID id, Holder holder) {
        return rows.held(id, holder, time.instant());
    }

    List<AttachmentRows.Use> uses(UUID id) {
        return rows.uses(id);
    }

    InputStream open(Attachment attachment, Rendition rendition) throws IOException {
        return store.open(attachment.sha256(), rendition);
    }

    /** The bytes that lie there for a content, whatever they are by now. */
    InputStream stored(String sha256) throws IOException {
        return store.open(sha256, Rendition.WHOLE);
    }

    long sizeBytes(Attachment attachment, Rendition rendition) throws IOException {
        return store.sizeBytes(attachment.sha256(), rendition);
    }

    /** Removes uploads that no step claimed in time, and what killed processes left. Several nodes may sweep at once. */
    int sweep() throws IOException {
        Instant now = time.instant();
        List<String> loose = rows.sweep(now);
        removeUnused(loose);
        store.forgetStaged(now.minus(ABANDONED));
        return loose.size();
    }

    private List<Attachment> holdOn(Holder holder, SequencedSet<String> ids) {
        List<UUID> wanted = ids.stream().flatMap(id -> id(id).stream()).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Instant now = time.instant();
        Map<UUID, Attachment> found = rows.holdOn(wanted, holder, now, now.plus(settings.looseFor())).stream()
                .collect(Collectors.toMap(Attachment::id, Function.identity()));
        return wanted.stream().filter(found::containsKey).map(found::get).toList();
    }

    /** Reads an id strictly as it was given out; anything else is none. */
    static Optional<UUID> id(String given) {
        return ID.matcher(given).matches() ? Optional.of(UUID.fromString(given)) : Optional.empty();
    }

    private Held keepAll(Holder holder, List<Attachment> held, List<Upload> fresh) {
        List<Prepared> prepared = new ArrayList<>();
        try {
            for (Upload upload : fresh) {
                try {
                    prepared.add(preparation.prepare(upload, time.instant()));
                } catch (Unacceptable e) {
                    return new Held.Refused(e.of(FileName.shown(upload.name())));
                }
            }
            List<Attachment> kept = keep(holder, prepared);
            return new Held.Kept(Stream.concat(held.stream(), kept.stream()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            prepared.forEach(Prepared::close);
        }
    }

    /** Files first, rows second, in one transaction: a row never lacks its file. */
    private List<Attachment> keep(Holder holder, List<Prepared> prepared) throws IOException {
        List<Attachment> attachments =
                prepared.stream().map(Prepared::attachment).toList();
        if (attachments.isEmpty()) {
            return attachments;
        }
        List<String> contents = attachments.stream().map(Attachment::sha256).toList();
        boolean done = false;
        try {
            transactions.executeWithoutResult(status -> {
                rows.lockContent(contents);
                prepared.forEach(this::keepFiles);
                Instant now = time.instant();
                rows.insert(attachments, holder, now, now.plus(settings.looseFor()));
            });
            done = true;
            return attachments;
        } finally {
            if (!done) {
                removeUnused(contents);
            }
        }
    }

    private void keepFiles(Prepared one) {
        try {
            for (Map.Entry<Rendition, Path> staged : one.staged().entrySet()) {
                store.keep(staged.getValue(), one.attachment().sha256(), staged.getKey());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeUnused(Collection<String> contents) throws IOException {
        if (contents.isEmpty()) {
            return;
        }
        transactions.executeWithoutResult(status -> {
            rows.lockContent(contents);
            try {
                for (String unused : rows.unusedContent(contents)) {
                    store.remove(unused);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

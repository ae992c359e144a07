package org.huiyin.translog;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import org.huiyin.translog.Finding.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * Follows a log: verifies its head, every tile and every entry, counts the lists from the entries alone and compares them with what the board
 * says. Believes nothing but the keys.
 */
public final class Audit {

    private static final TypeReference<Map<String, Object>> COUNTS = new TypeReference<>() {};

    private final LogSource source;
    private final AuditState state;
    private final List<VerifierKey> keys;
    private final LongConsumer progress;
    private @Nullable TreeMap<String, TreeMap<String, Long>> countedThen;

    Audit(LogSource source, AuditState state, LongConsumer progress) {
        this.source = source;
        this.state = state;
        this.progress = progress;
        this.keys = state.keys().lines().map(VerifierKey::parse).toList();
    }

    /**
     * What is asked for.
     *
     * @param state where to remember what was seen; null for nowhere
     * @param keys trusted; empty for those remembered, or else those the log itself names
     * @param shown checkpoints or receipts somebody else was given
     */
    public record Asked(URI address, @Nullable Path state, List<String> keys, List<String> shown) {}

    /**
     * What was found.
     *
     * @param read how many entries were read this time
     * @param matters how many matters showed their numbers
     * @param keysFromLog whether the keys were believed because the log named them
     * @param finding what is wrong; null when all is well
     */
    public record Report(
            String origin,
            long size,
            long read,
            long matters,
            Map<String, ? extends Map<String, Long>> counts,
            String keys,
            boolean keysFromLog,
            @Nullable Finding finding) {}

    /**
     * Follows a log over HTTP.
     *
     * @throws IOException when the state cannot be read or written
     * @throws Unreachable when the log does not answer
     */
    public static Report run(Asked asked, LongConsumer progress) throws IOException {
        return run(new LogClient(asked.address()), asked, progress);
    }

    static Report run(LogSource source, Asked asked, LongConsumer progress) throws IOException {
        Path file = asked.state();
        AuditState known = file != null && Files.exists(file) ? AuditState.read(file) : AuditState.fresh("");
        boolean fromLog = asked.keys().isEmpty() && known.keys().isEmpty();
        String keys = fromLog ? named(source) : asked.keys().isEmpty() ? known.keys() : String.join("\n", asked.keys());
        AuditState state = new AuditState(keys, known.note(), known.tree(), known.bundles(), known.tally());
        return new Audit(source, state, progress).follow(asked.shown(), fromLog, file);
    }

    /** The keys the log names; those it has retired are not trusted. */
    private static String named(LogSource source) {
        String lines = source.get("/keys").map(LogClient::text).orElse("");
        return String.join(
                "\n",
                lines.lines()
                        .map(line -> line.split(" "))
                        .filter(parts -> parts.length == 2)
                        .map(parts -> parts[0])
                        .toList());
    }

    private Report follow(List<String> shown, boolean fromLog, @Nullable Path file) throws IOException {
        long read = 0;
        Checkpoint head = new Checkpoint("", 0, new TreeHash().empty());
        Optional<Finding> finding;
        try {
            Optional<byte[]> counts = source.get("/counts");
            Note note =
                    Note.parse(source.get("/checkpoint").map(LogClient::text).orElse(""));
            head = Checkpoint.parse(note.text());
            finding = judge(note, head, counts, shown);
            read = Math.max(0, head.size() - before().size());
            if (finding.isEmpty() && file != null) {
                new AuditState(state.keys(), note.toString(), state.tree(), state.bundles(), state.tally()).write(file);
            }
        } catch (Unreadable e) {
            finding = Optional.of(Finding.of(Kind.MALFORMED, e));
        }
        return new Report(
                head.origin(),
                head.size(),
                read,
                state.tally().matters(),
                state.tally().counted(),
                state.keys(),
                fromLog,
                finding.orElse(null));
    }

    /** What was seen last time; an empty log when nothing was. */
    private Checkpoint before() {
        return state.note().isEmpty()
                ? new Checkpoint("", 0, new TreeHash().empty())
                : Checkpoint.parse(Note.parse(state.note()).text());
    }

    private Optional<Finding> judge(Note note, Checkpoint head, Optional<byte[]> counts, List<String> shown) {
        boolean signed = note.check(keys) instanceof Note.Checked.Signed(var by)
                && by.stream().anyMatch(key -> key.name().equals(head.origin()));
        if (!signed) {
            return Optional.of(Finding.of(Kind.SIGNATURE, head.origin()));
        }
        Checkpoint before = before();
        if (before.size() > head.size()) {
            return Optional.of(Finding.of(Kind.ROLLBACK, before.size(), head.size()));
        }
        Published published = new Published(source, head);
        return Published.looking(() -> rewritten(published, before))
                .or(() -> Published.looking(() -> shown.stream()
                        .flatMap(one -> published.sameHistory(one, keys).stream())
                        .findFirst()))
                .or(() -> walk(head, before, checkpointOf(counts)))
                .or(() ->
                        Published.looking(() -> published.upper(state.bundles().toByteArray(), before.size())))
                .or(() -> disagreement(counts))
                .or(() -> board(counts));
    }

    private Optional<Finding> rewritten(Published published, Checkpoint before) {
        if (before.size() == 0 || published.continues(before)) {
            return Optional.empty();
        }
        long bundle = published.firstOther(state.bundles().toByteArray());
        long from = bundle < 0 ? before.size() - before.size() % Tiles.WIDTH : bundle * Tiles.WIDTH;
        return Optional.of(Finding.of(Kind.REWRITE, from, Math.min(from + Tiles.WIDTH, before.size()) - 1));
    }

    /** The size at which the board's counts were taken; -1 when there are none to compare. */
    private long checkpointOf(Optional<byte[]> counts) {
        return counts.map(bytes -> {
                    Note note = Note.parse(String.valueOf(counts(bytes).get("checkpoint")));
                    boolean signed = note.check(keys) instanceof Note.Checked.Signed;
                    return signed ? Checkpoint.parse(note.text()).size() : -1L;
                })
                .orElse(-1L);
    }

    private static Map<String, Object> counts(byte[] json) {
        try {
            return Entry.JSON.readValue(json, COUNTS);
        } catch (JacksonException e) {
            throw new Unreadable(Unreadable.Why.CHECKPOINT_FORM);
        }
    }

    private Optional<Finding> walk(Checkpoint head, Checkpoint before, long countedAt) {
        if (before.size() == countedAt) {
            countedThen = state.tally().counted();
        }
        long done = state.tree().size();
        Growth[] whole = {state.tree()};
        Walk walk = new Walk(
                source,
                bundle -> {
                    boolean full = bundle.count() == Tiles.WIDTH;
                    whole[0] = full
                            ? state.tree()
                            : new Growth(state.tree().size(), state.tree().kept());
                    return take(bundle, whole[0], before.size(), countedAt);
                },
                progress);
        return walk.run(done / Tiles.WIDTH, head.size())
                .or(() -> Arrays.equals(whole[0].root(), head.root())
                        ? Optional.empty()
                        : Optional.of(Finding.of(Kind.MISMATCH, 0L, head.size() - 1)));
    }

    private Optional<Finding> take(Walk.Bundle bundle, Growth tree, long before, long countedAt) {
        long first = bundle.number() * Tiles.WIDTH;
        int[] next = {0};
        AtomicReference<@Nullable Finding> wrong = new AtomicReference<>();
        Bundles.read(bundle.packed(), (bytes, from, length) -> {
            long position = first + next[0];
            tree.add(bundle.hash(next[0]++));
            if (position >= before && wrong.get() == null) {
                state.tally().take(position, bytes, from, length).ifPresent(wrong::set);
                if (position + 1 == countedAt) {
                    countedThen = state.tally().counted();
                }
            }
        });
        if (bundle.count() == Tiles.WIDTH) {
            state.bundles().writeBytes(Tiles.over(bundle.hashes().clone(), new TreeHash()));
        }
        return Optional.ofNullable(wrong.get());
    }

    /** Compares list by list what follows from the entries with what the board says, at the checkpoint the board names. */
    private Optional<Finding> disagreement(Optional<byte[]> counts) {
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        TreeMap<String, TreeMap<String, Long>> ours = countedThen;
        if (ours == null || !(counts(counts.get()).get("lists") instanceof Map<?, ?> theirs)) {
            return Optional.of(Finding.of(Kind.DISAGREEMENT, "?", 0, 0));
        }
        TreeMap<String, Long> counted = flat(ours);
        TreeMap<String, Long> said = flat(theirs);
        TreeMap<String, Long> all = new TreeMap<>(counted);
        said.forEach(all::putIfAbsent);
        return all.keySet().stream()
                .filter(list -> !counted.getOrDefault(list, 0L).equals(said.getOrDefault(list, 0L)))
                .map(list -> Finding.of(
                        Kind.DISAGREEMENT, list, counted.getOrDefault(list, 0L), said.getOrDefault(list, 0L)))
                .findFirst();
    }

    private Optional<Finding> board(Optional<byte[]> counts) {
        TreeMap<String, TreeMap<String, Long>> ours = countedThen;
        return ours == null ? Optional.empty() : new BoardCheck(source, keys).run(flat(ours), checkpointOf(counts));
    }

    private static TreeMap<String, Long> flat(Map<?, ?> lists) {
        TreeMap<String, Long> flat = new TreeMap<>();
        lists.forEach((programme, byList) -> {
            if (byList instanceof Map<?, ?> named) {
                named.forEach((list, n) -> {
                    if (n instanceof Long count) {
                        flat.put(programme + "/" + list, count);
                    }
                });
            }
        });
        return flat;
    }
}

package org.huiyin.translog;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.huiyin.translog.Finding.Kind;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Whether the board itself says what the entries say. It is read after them, while steps go on: a list may have moved by as many matters as
 * the log has grown by since, and by no more.
 */
final class BoardCheck {

    /** Longer than a step needs to get its place and the board to look again. */
    private static final long SETTLED_MILLIS = 3_000;

    private final LogSource source;
    private final List<VerifierKey> keys;
    private final long settled;

    BoardCheck(LogSource source, List<VerifierKey> keys) {
        this(source, keys, SETTLED_MILLIS);
    }

    BoardCheck(LogSource source, List<VerifierKey> keys, long settledMillis) {
        this.source = source;
        this.keys = keys;
        this.settled = settledMillis;
    }

    /**
     * Compares the board with what was counted.
     *
     * @param counted programme/list → matters, from the entries
     * @param size of the log the counts are of
     */
    Optional<Finding> run(Map<String, Long> counted, long size) {
        TreeMap<String, Long> said = board();
        Optional<Finding> other = difference(counted, said, 0);
        if (said.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        settle();
        return difference(counted, board(), grown(size));
    }

    private void settle() {
        try {
            TimeUnit.MILLISECONDS.sleep(settled);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** By how many entries the log grew; what is not signed has not grown. */
    private long grown(long size) {
        return source.get("/checkpoint")
                .map(bytes -> Note.parse(LogClient.text(bytes)))
                .filter(note -> note.check(keys) instanceof Note.Checked.Signed)
                .map(note -> Math.max(0, Checkpoint.parse(note.text()).size() - size))
                .orElse(0L);
    }

    /** Of the programmes the entries tell of: what the log says nothing of cannot be compared. */
    private static Optional<Finding> difference(Map<String, Long> counted, Map<String, Long> said, long moved) {
        TreeMap<String, Long> all = new TreeMap<>(counted);
        said.forEach((list, n) -> {
            String programme = list.substring(0, list.indexOf('/') + 1);
            if (counted.keySet().stream().anyMatch(one -> one.startsWith(programme))) {
                all.putIfAbsent(list, 0L);
            }
        });
        return all.entrySet().stream()
                .filter(one -> Math.abs(one.getValue() - said.getOrDefault(one.getKey(), 0L)) > moved)
                .map(one -> Finding.of(
                        Kind.DISAGREEMENT, one.getKey(), one.getValue(), said.getOrDefault(one.getKey(), 0L)))
                .findFirst();
    }

    /** programme/list → matters; empty where there is no board beside the log. */
    private TreeMap<String, Long> board() {
        TreeMap<String, Long> lists = new TreeMap<>();
        source.board().ifPresent(json -> {
            try {
                for (JsonNode programme : Entry.JSON.readTree(json).path("programmes")) {
                    programme
                            .path("lists")
                            .forEachEntry((list, n) ->
                                    lists.put(programme.path("programme").asString("") + "/" + list, n.asLong(0)));
                }
            } catch (JacksonException e) {
                throw new Unreadable(Unreadable.Why.BOARD_FORM);
            }
        });
        return lists;
    }
}

package org.huiyin.translog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.outbound.Outbound;
import org.huiyin.outbound.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Has witnesses cosign the newest checkpoint (c2sp.org/tlog-witness). A witness that does not answer holds nothing up; a signature that is not
 * its own is not taken. Not thread-safe.
 */
final class Witnesses {

    private static final Logger LOG = LoggerFactory.getLogger(Witnesses.class);
    private static final String KEEP = """
            insert into log_witnessed (size, note) values (:size, :note)
            on conflict (only_one) do update set size = excluded.size, note = excluded.note where excluded.size >= log_witnessed.size
            """;
    private static final int MOST_BYTES = 64 << 10;
    private static final int OTHER_SIZE = 409;
    private static final Map<String, String> HEADERS = Map.of("Content-Type", "text/plain; charset=utf-8");

    private final List<Witness> witnesses;
    private final Outbound outbound;
    private final LogReading log;
    private final JdbcClient database;
    private final Map<Witness, Long> seen = new HashMap<>();
    private final Map<Witness, String> troubles = new HashMap<>();
    private Note asked = new Note("\n", List.of());
    private Map<Witness, Note.Signature> cosigned = new HashMap<>();

    Witnesses(List<Witness> witnesses, Outbound outbound, JdbcClient database) {
        this.witnesses = List.copyOf(witnesses);
        this.outbound = outbound;
        this.log = new LogReading(database);
        this.database = database;
    }

    /** All of them, and what they cosigned last. */
    List<LogView.Witness> shown() {
        Optional<Note> newest = log.witnessed();
        return witnesses.stream()
                .map(witness -> newest.stream()
                        .flatMap(note -> note.signatures().stream()
                                .filter(signature -> signature.by(witness.key()))
                                .map(signature -> new LogView.Witness(
                                        witness.key().toString(),
                                        Checkpoint.parse(note.text()).size(),
                                        Cosignature.time(signature.bytes()))))
                        .findFirst()
                        .orElseGet(() -> new LogView.Witness(witness.key().toString(), null, null)))
                .toList();
    }

    /** Asks each of them that has not cosigned the newest checkpoint yet. */
    void ask() {
        Note newest = log.head().signed().orElse(null);
        if (newest == null || Checkpoint.parse(newest.text()).size() == 0) {
            return;
        }
        if (!newest.text().equals(asked.text())) {
            asked = newest;
            cosigned = new HashMap<>();
        }
        int before = cosigned.size();
        for (Witness witness : witnesses) {
            if (!cosigned.containsKey(witness)) {
                cosignature(witness, newest).ifPresent(signature -> cosigned.put(witness, signature));
            }
        }
        if (cosigned.size() > before) {
            List<Note.Signature> all = new ArrayList<>(newest.signatures());
            all.addAll(cosigned.values());
            database.sql(KEEP)
                    .param("size", Checkpoint.parse(newest.text()).size())
                    .param("note", new Note(newest.text(), all).toString())
                    .update();
        }
    }

    private Optional<Note.Signature> cosignature(Witness witness, Note note) {
        Checkpoint head = Checkpoint.parse(note.text());
        long known = Math.min(seen.getOrDefault(witness, 0L), head.size());
        Reply reply = send(witness, note, head, known);
        if (reply instanceof Reply.Answered answered && answered.status() == OTHER_SIZE) {
            String size = new String(answered.body(), StandardCharsets.UTF_8).strip();
            if (!size.matches("0|[1-9][0-9]{0,17}") || Long.parseLong(size) > head.size()) {
                return trouble(witness, "it saw a log of " + shortened(size) + " entries, ours has " + head.size());
            }
            known = Long.parseLong(size);
            reply = send(witness, note, head, known);
        }
        return switch (reply) {
            case Reply.Answered answered when answered.status() == 200 -> taken(witness, head, note, answered);
            case Reply.Answered answered -> trouble(witness, "it answered " + answered.status());
            case Reply.NotCalled(var why) -> trouble(witness, "it may not be called: " + why.key());
            case Reply.Failed(var what) -> trouble(witness, what);
        };
    }

    private Reply send(Witness witness, Note note, Checkpoint head, long known) {
        StringBuilder body = new StringBuilder("old " + known + "\n");
        if (known > 0 && known < head.size()) {
            TreeHash hash = new TreeHash();
            Proofs.consistency(log.tree(head.size(), hash), known, head.size(), hash)
                    .forEach(one -> body.append(Base64s.encode(one)).append('\n'));
        }
        body.append('\n').append(note);
        return outbound.post(witness.address(), HEADERS, body.toString().getBytes(StandardCharsets.UTF_8), MOST_BYTES);
    }

    private Optional<Note.Signature> taken(Witness witness, Checkpoint head, Note note, Reply.Answered answered) {
        try {
            Optional<Note.Signature> own = new String(answered.body(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty())
                    .map(Note.Signature::parse)
                    .filter(signature -> signature.by(witness.key()))
                    .filter(signature -> Cosignature.verifies(witness.key(), note.text(), signature.bytes()))
                    .findFirst();
            if (own.isEmpty()) {
                return trouble(witness, "its signature is not its own");
            }
            seen.put(witness, head.size());
            if (troubles.remove(witness) != null) {
                LOG.info("The witness {} cosigns again", witness.key().name());
            }
            return own;
        } catch (Unreadable e) {
            return trouble(witness, "its answer has no signatures");
        }
    }

    /** Told once, until it changes. */
    private Optional<Note.Signature> trouble(Witness witness, String what) {
        if (!what.equals(troubles.put(witness, what))) {
            LOG.warn("The witness {} does not cosign the log: {}", witness.key().name(), what);
        }
        return Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() > 20 ? text.substring(0, 20) : text;
    }
}

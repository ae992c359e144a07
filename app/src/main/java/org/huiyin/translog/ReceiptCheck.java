package org.huiyin.translog;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.translog.Verdict.Refuted;
import org.huiyin.translog.Verdict.Why;

/** Checks a receipt against keys, offline: nobody is asked and nobody is believed but the keys. */
final class ReceiptCheck {

    private final Collection<VerifierKey> keys;
    private final TreeHash hash = new TreeHash();

    /** @param keys the log's, and those of witnesses */
    ReceiptCheck(Collection<VerifierKey> keys) {
        this.keys = List.copyOf(keys);
    }

    /** @throws Unreadable when the receipt, its checkpoint or its entry is not what it should be */
    Verdict check(Receipt receipt) {
        Note note = Note.parse(receipt.checkpoint());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        Entry entry = Entry.parse(receipt.entry());
        Note.Checked signed = note.check(keys);
        Optional<Refuted> no = unsigned(signed, note, checkpoint)
                .or(() -> outside(receipt, checkpoint))
                .or(() -> unsealed(receipt, entry))
                .or(() -> contradicts(receipt, entry));
        if (no.isPresent()) {
            return no.get();
        }
        List<VerifierKey> by = signed instanceof Note.Checked.Signed(var all) ? all : List.of();
        return new Verdict.Proven(receipt, entry, checkpoint, by);
    }

    /** A witness alone is not enough: it saw the log grow, but the log has to stand by its entries itself. */
    private Optional<Refuted> unsigned(Note.Checked signed, Note note, Checkpoint checkpoint) {
        return switch (signed) {
            case Note.Checked.Forged(VerifierKey key) -> Optional.of(Refuted.of(Why.FORGED, key.name()));
            case Note.Checked.Signed(var by)
            when by.stream().anyMatch(key -> isLogs(key) && key.name().equals(checkpoint.origin())) -> Optional.empty();
            case Note.Checked.Signed(var by) -> Optional.of(bySomebodyElse(note, checkpoint));
            case Note.Checked.Unsigned() -> Optional.of(bySomebodyElse(note, checkpoint));
        };
    }

    private static boolean isLogs(VerifierKey key) {
        return key.type() == VerifierKey.Type.NOTE;
    }

    private Refuted bySomebodyElse(Note note, Checkpoint checkpoint) {
        List<VerifierKey> logs = keys.stream().filter(ReceiptCheck::isLogs).toList();
        boolean ourLog = logs.stream().anyMatch(key -> key.name().equals(checkpoint.origin()));
        if (!ourLog && !logs.isEmpty()) {
            return Refuted.of(
                    Why.OTHER_LOG, checkpoint.origin(), logs.getFirst().name());
        }
        Optional<Note.Signature> another = note.signatures().stream()
                .filter(signature -> signature.name().equals(checkpoint.origin()))
                .findFirst();
        return another.map(signature -> Refuted.of(
                        Why.OTHER_KEY,
                        java.util.HexFormat.of().toHexDigits(signature.id()),
                        logs.isEmpty() ? "" : logs.getFirst().idHex()))
                .orElseGet(() -> Refuted.of(Why.UNSIGNED));
    }

    private Optional<Refuted> outside(Receipt receipt, Checkpoint checkpoint) {
        if (receipt.index() >= checkpoint.size()) {
            return Optional.of(Refuted.of(Why.BEYOND, receipt.index() + 1, checkpoint.size()));
        }
        byte[] leaf = hash.leaf(receipt.entry().getBytes(StandardCharsets.UTF_8));
        Optional<byte[]> root = Proofs.rootFrom(receipt.index(), checkpoint.size(), leaf, receipt.proof(), hash);
        if (root.isEmpty()) {
            return Optional.of(Refuted.of(Why.PROOF_LENGTH, receipt.proof().size()));
        }
        return Arrays.equals(root.get(), checkpoint.root())
                ? Optional.empty()
                : Optional.of(Refuted.of(Why.NOT_INCLUDED));
    }

    /** Every entry seals something: a receipt that shows nothing of it has left that part out, and says so by having none. */
    private Optional<Refuted> unsealed(Receipt receipt, Entry entry) {
        if (receipt.told().isEmpty() && receipt.untold().isEmpty()) {
            return Optional.empty();
        }
        List<byte[]> digests = new ArrayList<>(receipt.untold());
        receipt.told().forEach(told -> digests.add(told.digest(hash)));
        return Arrays.equals(Told.seal(digests, hash), entry.seal())
                ? Optional.empty()
                : Optional.of(Refuted.of(Why.SEAL_BROKEN));
    }

    private static Optional<Refuted> contradicts(Receipt receipt, Entry entry) {
        for (Told told : receipt.told()) {
            if (told.name().equals(Told.CORE) && told.value() instanceof Map<?, ?> core) {
                for (String name :
                        List.of("matter", "sequence", "step", "from", "to", "programme", "version", "unit")) {
                    Object clear = entry.members().get(name);
                    if (clear != null && !clear.equals(core.get(name))) {
                        return Optional.of(Refuted.of(Why.CONTRADICTS, name));
                    }
                }
            }
        }
        return Optional.empty();
    }
}

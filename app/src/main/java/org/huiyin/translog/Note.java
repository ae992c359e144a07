package org.huiyin.translog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.List;

/**
 * A text with signatures beneath (c2sp.org/signed-note).
 *
 * @param text with its last newline, as it is signed
 */
record Note(String text, List<Signature> signatures) {

    private static final String DASH = "— ";
    private static final int MOST_CHARACTERS = 64 << 10;
    private static final int MOST_SIGNATURES = 64;
    private static final int ID_BYTES = Integer.BYTES;

    Note {
        signatures = List.copyOf(signatures);
    }

    /**
     * A line beneath a note.
     *
     * @param id which key of that name signed
     */
    record Signature(String name, int id, byte[] bytes) {

        static Signature parse(String line) {
            String[] parts = line.split(" ", -1);
            byte[] bytes = parts.length == 3 && line.startsWith(DASH) && VerifierKey.nameable(parts[1])
                    ? Base64s.decode(parts[2]).orElse(new byte[0])
                    : new byte[0];
            if (bytes.length <= ID_BYTES) {
                throw new Unreadable(Unreadable.Why.NOTE_SIGNATURES);
            }
            return new Signature(
                    parts[1], ByteBuffer.wrap(bytes).getInt(), Arrays.copyOfRange(bytes, ID_BYTES, bytes.length));
        }

        boolean by(VerifierKey key) {
            return name.equals(key.name()) && id == key.id();
        }

        String line() {
            byte[] whole = ByteBuffer.allocate(ID_BYTES + bytes.length)
                    .putInt(id)
                    .put(bytes)
                    .array();
            return DASH + name + " " + Base64.getEncoder().encodeToString(whole) + "\n";
        }
    }

    /**
     * Reads a note; nothing is verified yet.
     *
     * @throws Unreadable when it is none
     */
    static Note parse(String written) {
        if (written.length() > MOST_CHARACTERS) {
            throw new Unreadable(Unreadable.Why.TOO_LARGE);
        }
        int split = written.lastIndexOf("\n\n");
        boolean control = written.chars().anyMatch(c -> c < ' ' && c != '\n' || c == 0xFFFD);
        if (split < 0 || control || !written.endsWith("\n")) {
            throw new Unreadable(Unreadable.Why.NOTE_FORM);
        }
        String[] lines = written.substring(split + 2).split("\n");
        if (lines.length > MOST_SIGNATURES) {
            throw new Unreadable(Unreadable.Why.NOTE_SIGNATURES);
        }
        List<Signature> signatures = new ArrayList<>();
        for (String line : lines) {
            signatures.add(Signature.parse(line));
        }
        return new Note(written.substring(0, split + 1), signatures);
    }

    /** What comes of holding a note against keys. */
    sealed interface Checked {

        /** Signed by these of the keys. */
        record Signed(List<VerifierKey> by) implements Checked {}

        /** By none of them. */
        record Unsigned() implements Checked {}

        /** A signature in the name of one of them is wrong: the text was changed, or the signature forged. */
        record Forged(VerifierKey key) implements Checked {}
    }

    Checked check(Collection<VerifierKey> keys) {
        List<VerifierKey> by = new ArrayList<>();
        for (VerifierKey key : keys) {
            for (Signature signature : signatures) {
                if (signature.by(key)) {
                    if (!verifies(key, signature)) {
                        return new Checked.Forged(key);
                    }
                    by.add(key);
                }
            }
        }
        return by.isEmpty() ? new Checked.Unsigned() : new Checked.Signed(List.copyOf(by));
    }

    private boolean verifies(VerifierKey key, Signature signature) {
        return switch (key.type()) {
            case NOTE -> key.verifies(text.getBytes(StandardCharsets.UTF_8), signature.bytes());
            case COSIGNATURE -> Cosignature.verifies(key, text, signature.bytes());
        };
    }

    @Override
    public String toString() {
        StringBuilder written = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> written.append(signature.line()));
        return written.toString();
    }
}

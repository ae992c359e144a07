package org.huiyin.translog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * A public key as c2sp.org/signed-note writes it: {@code name+id+base64(type, key)}. Ed25519 only, for signatures on notes (type 1) and for
 * witnesses' timestamped cosignatures on checkpoints (type 4).
 *
 * @param name whose key it is; a log's is its origin
 * @param id the first four bytes of SHA-256(name, newline, type, key)
 */
record VerifierKey(String name, int id, Type type, byte[] key) {

    /** What a key signs. */
    enum Type {
        NOTE(1),
        COSIGNATURE(4);

        final byte code;

        Type(int code) {
            this.code = (byte) code;
        }
    }

    private static final int MOST_CHARACTERS = 500;

    VerifierKey {
        if (!nameable(name)) {
            throw new Unreadable(Unreadable.Why.KEY_NAME, name);
        }
        if (key.length != Ed25519.PUBLIC_KEY_SIZE || !Ed25519.validatePublicKeyFull(key, 0)) {
            throw new Unreadable(Unreadable.Why.KEY_BYTES, name);
        }
        if (id != id(name, type, key)) {
            throw new Unreadable(Unreadable.Why.KEY_ID, HexFormat.of().toHexDigits(id), name);
        }
    }

    static VerifierKey of(String name, Type type, byte[] key) {
        return new VerifierKey(name, id(name, type, key), type, key);
    }

    /**
     * Reads a key as it is handed around.
     *
     * @throws Unreadable with what is wrong with it
     */
    static VerifierKey parse(String written) {
        String[] parts = written.strip().split("\\+", 3);
        if (written.length() > MOST_CHARACTERS || parts.length != 3 || !parts[1].matches("[0-9a-f]{8}")) {
            throw new Unreadable(Unreadable.Why.KEY_FORM);
        }
        byte[] typed = Base64s.decode(parts[2]).orElseThrow(() -> new Unreadable(Unreadable.Why.KEY_FORM));
        if (typed.length == 0) {
            throw new Unreadable(Unreadable.Why.KEY_FORM);
        }
        Type type = Arrays.stream(Type.values())
                .filter(known -> known.code == typed[0])
                .findFirst()
                .orElseThrow(() -> new Unreadable(Unreadable.Why.KEY_TYPE, Integer.toString(typed[0] & 0xff)));
        return new VerifierKey(
                parts[0], HexFormat.fromHexDigits(parts[1]), type, Arrays.copyOfRange(typed, 1, typed.length));
    }

    /** Names stand between blanks and plus signs. */
    static boolean nameable(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+'
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c));
    }

    private static int id(String name, Type type, byte[] key) {
        byte[] named = (name + "\n").getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.wrap(new TreeHash().plain(named, new byte[] {type.code}, key))
                .getInt();
    }

    boolean verifies(byte[] message, byte[] signature) {
        return signature.length == Ed25519.SIGNATURE_SIZE
                && Ed25519.verify(signature, 0, key, 0, message, 0, message.length);
    }

    String idHex() {
        return HexFormat.of().toHexDigits(id);
    }

    @Override
    public String toString() {
        byte[] typed =
                ByteBuffer.allocate(1 + key.length).put(type.code).put(key).array();
        return name + "+" + idHex() + "+" + Base64.getEncoder().encodeToString(typed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, id);
    }
}

package org.huiyin.translog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.bouncycastle.math.ec.rfc8032.Ed25519;

/**
 * The secret half of a log's key, written as {@code PRIVATE+KEY+name+id+base64(type, seed)}, the form other tools for signed notes use.
 *
 * @param seed the 32 bytes of RFC 8032
 */
record SigningKey(VerifierKey verifier, byte[] seed) {

    private static final String PREFIX = "PRIVATE+KEY+";

    static SigningKey generate(String name, SecureRandom random) {
        byte[] seed = new byte[Ed25519.SECRET_KEY_SIZE];
        random.nextBytes(seed);
        return of(name, seed);
    }

    static SigningKey of(String name, byte[] seed) {
        byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(seed, 0, key, 0);
        return new SigningKey(VerifierKey.of(name, VerifierKey.Type.NOTE, key), seed);
    }

    /**
     * Reads a line of a key file.
     *
     * @throws Unreadable when it is none, or its id is not that of its key
     */
    static SigningKey parse(String line) {
        String[] parts = line.strip().split("\\+", 5);
        byte[] typed = parts.length == 5 && line.strip().startsWith(PREFIX)
                ? Base64s.decode(parts[4]).orElse(new byte[0])
                : new byte[0];
        if (typed.length != 1 + Ed25519.SECRET_KEY_SIZE || typed[0] != VerifierKey.Type.NOTE.code) {
            throw new Unreadable(Unreadable.Why.KEY_FORM);
        }
        SigningKey read = of(parts[2], Arrays.copyOfRange(typed, 1, typed.length));
        if (!read.verifier().idHex().equals(parts[3])) {
            throw new Unreadable(Unreadable.Why.KEY_ID, parts[3], parts[2]);
        }
        return read;
    }

    Note.Signature sign(String text) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        byte[] signature = new byte[Ed25519.SIGNATURE_SIZE];
        Ed25519.sign(seed, 0, verifier.key(), 0, message, 0, message.length, signature, 0);
        return new Note.Signature(verifier.name(), verifier.id(), signature);
    }

    /** The line of a key file: a secret. */
    String written() {
        byte[] typed = ByteBuffer.allocate(1 + seed.length)
                .put(VerifierKey.Type.NOTE.code)
                .put(seed)
                .array();
        return PREFIX + verifier.name() + "+" + verifier.idHex() + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    @Override
    public String toString() {
        return "the secret half of " + verifier;
    }
}

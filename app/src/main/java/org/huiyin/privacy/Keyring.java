package org.huiyin.privacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The installation's secret, kept in a file outside the database, and what is done with it: sealing personal data (AES-256-GCM), and
 * deriving query codes. Whoever holds a copy of the database alone can read neither.
 */
public final class Keyring {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec sealing;
    private final SecretKeySpec codes;

    /** A keyring from 32 bytes of secret. */
    public Keyring(byte[] secret) {
        if (secret.length != 32) {
            throw new IllegalArgumentException("The key file must hold exactly 32 bytes, not " + secret.length);
        }
        this.sealing = new SecretKeySpec(derive(secret, "seal"), "AES");
        this.codes = new SecretKeySpec(derive(secret, "query-code"), "HmacSHA256");
    }

    /** Reads the key file, or makes it, readable by its owner alone, when there is none. */
    public static Keyring at(Path file) throws IOException {
        if (Files.notExists(file)) {
            byte[] secret = new byte[32];
            RANDOM.nextBytes(secret);
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(file, secret, StandardOpenOption.WRITE);
        }
        return new Keyring(Files.readAllBytes(file));
    }

    /** Seals a text for one owner (such as a matter's step); it opens only for the same owner. */
    public byte[] seal(String text, String owner) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, owner, text.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
    }

    /** Opens what was sealed for this owner. */
    public String open(byte[] sealed, String owner) {
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        byte[] body = Arrays.copyOfRange(sealed, NONCE_BYTES, sealed.length);
        return new String(cipher(Cipher.DECRYPT_MODE, nonce, owner, body), StandardCharsets.UTF_8);
    }

    /** A keyed hash: the same for the same text, and useless without the key. */
    public byte[] hash(String text) {
        return mac(codes, text);
    }

    private byte[] cipher(int mode, byte[] nonce, String owner, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, sealing, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealed data of " + owner + " does not open with this key file", e);
        }
    }

    private static byte[] derive(byte[] secret, String label) {
        return mac(new SecretKeySpec(secret, "HmacSHA256"), label);
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

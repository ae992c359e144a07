package org.huiyin.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.huiyin.privacy.Secrets.Sealing;

/**
 * What is done with the installation's secrets: sealing personal data (AES-256-GCM), and deriving query codes and hashes. Whoever holds a
 * copy of the database alone can read neither. What was sealed begins with the name of its key, so that keys can be changed while people
 * work. Thread-safe.
 */
public final class Keyring {

    private static final byte[] MARK = {'H', 'K', 1};
    private static final int HEAD_BYTES = MARK.length + 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    /** An unknown key may have been added a moment ago; more often than this nobody looks. */
    private static final Duration AGAIN = Duration.ofSeconds(2);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeySource source;
    private volatile Held held;

    private record Held(Secrets secrets, long readAt) {

        boolean olderThan(Duration age) {
            return System.nanoTime() - readAt > age.toNanos();
        }
    }

    /** A keyring from 32 bytes of secret, for as long as this process lasts. */
    public Keyring(byte[] secret) {
        this(new Fixed(Secrets.of(secret)));
    }

    Keyring(KeySource source) {
        this.source = source;
        this.held = new Held(source.read(), System.nanoTime());
    }

    private record Fixed(Secrets secrets) implements KeySource {

        @Override
        public Secrets read() {
            return secrets;
        }

        @Override
        public Duration fresh() {
            return Duration.ofDays(1);
        }

        @Override
        public String name() {
            return "a fixed key";
        }
    }

    /** Seals a text for one owner (such as a matter's step); it opens only for the same owner. */
    public byte[] seal(String text, String owner) {
        Sealing key = secrets(source.fresh()).current();
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, owner, text.getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        return ByteBuffer.allocate(HEAD_BYTES + NONCE_BYTES + sealed.length)
                .put(head(key.id()))
                .put(nonce)
                .put(sealed)
                .array();
    }

    /**
     * Opens what was sealed for this owner.
     *
     * @throws KeyTrouble when it was sealed with a key that is not there, for another owner, or was changed
     */
    public String open(byte[] sealed, String owner) {
        Optional<String> id = keyOf(sealed);
        List<Sealing> keys =
                id.map(this::named).orElseGet(() -> secrets(source.fresh()).sealing());
        int from = id.isPresent() ? HEAD_BYTES : 0;
        if (sealed.length > from + NONCE_BYTES) {
            byte[] nonce = Arrays.copyOfRange(sealed, from, from + NONCE_BYTES);
            byte[] body = Arrays.copyOfRange(sealed, from + NONCE_BYTES, sealed.length);
            for (Sealing key : keys) {
                Optional<byte[]> opened = cipher(Cipher.DECRYPT_MODE, key, nonce, owner, body);
                if (opened.isPresent()) {
                    return new String(opened.get(), StandardCharsets.UTF_8);
                }
            }
        }
        String under = id.filter(one -> keys.isEmpty())
                .map(one -> ": it was sealed with key " + one + ", which is not there")
                .orElse("");
        throw new KeyTrouble("Sealed data of " + owner + " does not open with " + source.name() + under);
    }

    /** A keyed hash: the same for the same text, and useless without the key. It stays the same when the sealing key changes. */
    public byte[] hash(String text) {
        return Secrets.mac(held.secrets().codes(), text);
    }

    /** The name of the key that sealed this; empty for what was sealed before keys had names. */
    static Optional<String> keyOf(byte[] sealed) {
        return sealed.length > HEAD_BYTES && Arrays.equals(sealed, 0, MARK.length, MARK, 0, MARK.length)
                ? Optional.of(HexFormat.of().formatHex(sealed, MARK.length, HEAD_BYTES))
                : Optional.empty();
    }

    /** How everything begins that this key sealed. */
    static byte[] head(String id) {
        return ByteBuffer.allocate(HEAD_BYTES)
                .put(MARK)
                .put(HexFormat.of().parseHex(id))
                .array();
    }

    /** The key that seals now, and since when it is there. */
    public String current() {
        return secrets(Duration.ZERO).current().id();
    }

    /** Since when there is a key that seals; empty when there is no such key. */
    public Optional<Instant> since(String id) {
        return secrets(Duration.ZERO).find(id).map(Sealing::since);
    }

    /** The names of all keys, oldest first. */
    public List<String> keys() {
        return secrets(Duration.ZERO).ids();
    }

    private List<Sealing> named(String id) {
        Optional<Sealing> known =
                held.secrets().find(id).or(() -> secrets(AGAIN).find(id));
        return known.stream().toList();
    }

    private Secrets secrets(Duration age) {
        Held present = held;
        if (!(source instanceof Fixed) && present.olderThan(age)) {
            present = new Held(source.read(), System.nanoTime());
            held = present;
        }
        return present.secrets();
    }

    private static Optional<byte[]> cipher(int mode, Sealing key, byte[] nonce, String owner, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key.key(), "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return Optional.of(cipher.doFinal(input));
        } catch (javax.crypto.AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

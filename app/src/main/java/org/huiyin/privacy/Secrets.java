package org.huiyin.privacy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an installation keeps secret: the keys that seal, of which the newest is used and the older ones still open what they sealed, and one
 * secret that never changes, from which query codes and the hashes for equality search are derived.
 *
 * @param sealing oldest first, at least one
 */
public record Secrets(byte[] codes, List<Sealing> sealing) {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}");
    private static final String HEAD =
            "# Huiyin's keys. Whoever has this file and the database reads everything: keep them apart, and a copy elsewhere.\n";

    public Secrets {
        sealing = List.copyOf(sealing);
        if (codes.length != 32 || sealing.isEmpty()) {
            throw new KeyTrouble("there is no key in it");
        }
    }

    /** A key that seals, under the name that stands before everything it sealed. */
    public record Sealing(String id, Instant since, byte[] key) {

        static Sealing fresh(Instant now) {
            return new Sealing(HexFormat.of().formatHex(random(4)), now, random(32));
        }
    }

    static Secrets fresh(Instant now) {
        return new Secrets(random(32), List.of(Sealing.fresh(now)));
    }

    /** The secrets that were derived from 32 bytes before keys had names. */
    static Secrets of(byte[] secret) {
        byte[] id = mac(secret, "id");
        return new Secrets(
                mac(secret, "query-code"),
                List.of(new Sealing(HexFormat.of().formatHex(id, 0, 4), Instant.EPOCH, mac(secret, "seal"))));
    }

    /** @throws KeyTrouble when it is neither 32 bytes nor lines as {@link #written} writes them */
    static Secrets read(byte[] kept) {
        if (kept.length == 32) {
            return of(kept);
        }
        byte[] codes = new byte[0];
        List<Sealing> sealing = new ArrayList<>();
        int number = 0;
        for (String line : new String(kept, StandardCharsets.UTF_8).lines().toList()) {
            number++;
            String[] words = line.strip().split("\\s+");
            if (words[0].isEmpty() || words[0].startsWith("#")) {
                continue;
            }
            try {
                if (words[0].equals("codes") && words.length == 2) {
                    codes = secret(words[1]);
                } else if (words[0].equals("key")
                        && words.length == 4
                        && ID.matcher(words[1]).matches()) {
                    sealing.add(new Sealing(words[1], Instant.parse(words[2]), secret(words[3])));
                } else {
                    throw new KeyTrouble("line " + number + " is no key");
                }
            } catch (IllegalArgumentException | DateTimeParseException e) {
                throw new KeyTrouble("line " + number + " is damaged", e);
            }
        }
        return new Secrets(codes, sealing);
    }

    private static byte[] secret(String written) {
        byte[] secret = Base64.getDecoder().decode(written);
        if (secret.length != 32) {
            throw new IllegalArgumentException("a secret has 32 bytes");
        }
        return secret;
    }

    String written() {
        StringBuilder text =
                new StringBuilder(HEAD).append("codes ").append(base64(codes)).append('\n');
        sealing.forEach(one -> text.append(line(one)).append('\n'));
        return text.toString();
    }

    static String line(Sealing one) {
        return "key " + one.id() + " " + one.since() + " " + base64(one.key());
    }

    /** The key that seals now. */
    Sealing current() {
        return sealing.getLast();
    }

    Optional<Sealing> find(String id) {
        return sealing.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    List<String> ids() {
        return sealing.stream().map(Sealing::id).toList();
    }

    Secrets with(Sealing newest) {
        List<Sealing> more = new ArrayList<>(sealing);
        more.add(newest);
        return new Secrets(codes, more);
    }

    Secrets without(String id) {
        return new Secrets(
                codes, sealing.stream().filter(one -> !one.id().equals(id)).toList());
    }

    static byte[] mac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}

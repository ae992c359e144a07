package org.huiyin.key;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as its bearer writes it: {@code hyk_}, its id, and a secret of 190 random bits, which no number of guesses finds, so that a plain
 * hash keeps it safe.
 *
 * @param text the whole of it; shown once when it is made, kept nowhere
 */
record KeySecret(String id, String text) {

    static final String BEGINNING = "hyk_";

    private static final Pattern FORM = Pattern.compile("hyk_([0-9a-z]{8})_([0-9A-Za-z]{32})");
    private static final String ID_SIGNS = "0123456789abcdefghijklmnopqrstuvwxyz";
    private static final String SIGNS = ID_SIGNS + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    static KeySecret fresh() {
        String id = random(ID_SIGNS, 8);
        return new KeySecret(id, BEGINNING + id + "_" + random(SIGNS, 32));
    }

    /** Reads a key; anything that has not its form is none. */
    static Optional<KeySecret> read(String written) {
        Matcher form = FORM.matcher(written);
        return form.matches() ? Optional.of(new KeySecret(form.group(1), written)) : Optional.empty();
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return BEGINNING + id + "_…";
    }

    private static String random(String signs, int length) {
        StringBuilder text = new StringBuilder(length);
        RANDOM.ints(length, 0, signs.length()).forEach(i -> text.append(signs.charAt(i)));
        return text.toString();
    }
}

package org.huiyin.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key messages to one subscriber are signed with, as the Standard Webhooks specification writes it: {@code whsec_} and its bytes in Base64.
 */
record Secret(String text) {

    private static final String BEGINNING = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return new Secret(BEGINNING + Base64.getEncoder().encodeToString(bytes));
    }

    /** The signatures of a message by several keys, as {@code webhook-signature} carries them. */
    static String signatures(List<Secret> secrets, String id, long seconds, String payload) {
        return secrets.stream().map(secret -> secret.sign(id, seconds, payload)).collect(Collectors.joining(" "));
    }

    /** {@code v1,} and HMAC-SHA256 of id, time and payload with dots between. */
    String sign(String id, long seconds, String payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(text.substring(BEGINNING.length())), "HmacSHA256"));
            byte[] signed = mac.doFinal((id + "." + seconds + "." + payload).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return BEGINNING + "…";
    }
}

package org.huiyin.assessment;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON with one way only to write a thing: no blanks, members in the order given, numbers as plain decimals, nothing escaped but what must be.
 * Written by hand so that no library's next version can change a byte of what was published.
 */
final class Canonical {

    private final StringBuilder out = new StringBuilder();

    private Canonical() {}

    /** Of maps, lists, texts, whole numbers, decimals, truths and null. */
    static byte[] bytes(Object value) {
        Canonical canonical = new Canonical();
        canonical.write(value);
        return canonical.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String fingerprint(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private void write(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Map<?, ?> map -> {
                String before = "{";
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.append(before);
                    text(String.valueOf(entry.getKey()));
                    out.append(':');
                    write(entry.getValue());
                    before = ",";
                }
                out.append(map.isEmpty() ? "{}" : "}");
            }
            case List<?> list -> {
                out.append('[');
                for (Iterator<?> item = list.iterator(); item.hasNext(); ) {
                    write(item.next());
                    out.append(item.hasNext() ? "," : "");
                }
                out.append(']');
            }
            case String text -> text(text);
            case BigDecimal number -> out.append(number.toPlainString());
            case Long number -> out.append((long) number);
            case Integer number -> out.append((int) number);
            case Boolean truth -> out.append((boolean) truth);
            default -> throw new IllegalArgumentException("Has no canonical form: " + value.getClass());
        }
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}

package org.huiyin.register;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huiyin.privacy.Keyring;

/** What may be held only once, as a keyed hash: the same for the same values, and telling nobody what they are. */
final class Claims {

    private Claims() {}

    /** The hash of what a rule looks at; empty while any of it is not filled in. */
    static Optional<byte[]> hash(Keyring keyring, Register register, Register.Once rule, Map<String, Object> fields) {
        List<String> values = new ArrayList<>();
        for (String field : rule.fields()) {
            Object value = fields.get(field);
            if (value == null) {
                return Optional.empty();
            }
            values.add(canon(value.toString()));
        }
        return Optional.of(
                keyring.hash("register:" + register.name() + ":" + rule.name() + ":" + String.join("\u001f", values)));
    }

    /** A name in a strictly private register is found only when it is typed whole. */
    static String nameToken(Keyring keyring, Register register, String name) {
        return "h:"
                + java.util.HexFormat.of()
                        .formatHex(keyring.hash("register:" + register.name() + ":name:" + canon(name)));
    }

    static String canon(String value) {
        return Normalizer.normalize(value, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toUpperCase(Locale.ROOT);
    }
}

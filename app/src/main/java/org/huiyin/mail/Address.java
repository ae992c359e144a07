package org.huiyin.mail;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail address as it may stand in a header: one, without a name, and nothing in it that could begin another line. */
record Address(String text) {

    static final int LONGEST = 200;

    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*");

    Address {
        if (!fits(text)) {
            throw new IllegalArgumentException("not a mail address");
        }
    }

    static boolean fits(String text) {
        return text.length() <= LONGEST
                && text.indexOf('@') <= 64
                && FORM.matcher(text).matches();
    }

    /** What somebody typed; empty when it is none. */
    static Optional<Address> typed(String text) {
        return Optional.of(text.strip()).filter(Address::fits).map(Address::new);
    }

    /** Enough to know it by and not to write to it: {@code z…@example.cn}. */
    String hint() {
        return text.charAt(0) + "…" + text.substring(text.indexOf('@'));
    }

    /** A text with the hint in the address's place, however it is written there. */
    String hiddenIn(String words) {
        return Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE)
                .matcher(words)
                .replaceAll(Matcher.quoteReplacement(hint()));
    }

    @Override
    public String toString() {
        return hint();
    }
}

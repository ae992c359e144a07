package org.huiyin.account;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a new password has to be: long enough to be hard to guess, not the login, none of those tried first. No rules about signs. */
final class NewPassword {

    static final int SHORTEST = 10;
    static final int LONGEST = 128;

    private static final Set<String> TRIED_FIRST = Set.of(
            "1234567890",
            "0123456789",
            "0987654321",
            "1111111111",
            "0000000000",
            "8888888888",
            "6666666666",
            "qwertyuiop",
            "password123",
            "password1234",
            "1q2w3e4r5t",
            "abcd123456",
            "a123456789",
            "woaini1314");

    private NewPassword() {}

    /** The key of the text that says what is wrong with it; empty when it will do. */
    static Optional<String> fault(String password, String login) {
        int length = password.codePointCount(0, password.length());
        var plain = password.toLowerCase(Locale.ROOT);
        if (length < SHORTEST) {
            return Optional.of("account.password.short");
        }
        if (length > LONGEST) {
            return Optional.of("account.password.long");
        }
        if (plain.contains(login)
                || TRIED_FIRST.contains(plain)
                || plain.chars().distinct().count() < 4) {
            return Optional.of("account.password.guessable");
        }
        return Optional.empty();
    }
}

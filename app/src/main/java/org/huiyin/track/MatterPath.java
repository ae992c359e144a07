package org.huiyin.track;

import java.util.Optional;
import org.huiyin.matter.MatterNumber;

/** Reads a matter's number from an address or a form; a mistyped one is simply none. */
final class MatterPath {

    private MatterPath() {}

    static Optional<MatterNumber> number(String typed) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    MatterNumber.parse(java.text.Normalizer.normalize(typed, java.text.Normalizer.Form.NFKC)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static String of(MatterNumber number) {
        return "/m/" + number;
    }
}

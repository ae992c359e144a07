package org.huiyin.track;

import java.util.Optional;
import org.huiyin.matter.MatterNumber;

/** Reads a matter's number from an address or a form; a mistyped one is simply none. */
final class MatterPath {

    private MatterPath() {}

    static Optional<MatterNumber> number(String typed) {
        return MatterNumber.read(typed);
    }

    static String of(MatterNumber number) {
        return "/m/" + number;
    }
}

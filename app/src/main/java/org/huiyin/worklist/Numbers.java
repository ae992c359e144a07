package org.huiyin.worklist;

import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;

/** Matter numbers as they come in. */
final class Numbers {

    private Numbers() {}

    /** Reads a number however it was typed; anything else is none. */
    static Optional<MatterNumber> read(String typed) {
        return MatterNumber.read(typed);
    }

    /** The matter, if this reader may see it. One they may not see is told like one that does not exist. */
    static Matter visible(MatterLookup lookup, Page page, String number) {
        return read(number)
                .flatMap(lookup::find)
                .filter(matter -> lookup.mayRead(page.reader(), matter))
                .orElseThrow(() -> new ProblemException(Problem.of("no-such-matter", 404)));
    }

    /** A version nobody was ever shown is no version; the Desk says what changed. */
    static int version(String expected) {
        return expected.matches("[0-9]{1,6}") ? Integer.parseInt(expected) : 0;
    }
}

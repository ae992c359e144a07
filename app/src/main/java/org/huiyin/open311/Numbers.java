package org.huiyin.open311;

import java.util.Optional;
import org.huiyin.matter.MatterNumber;

/** Matter numbers as service_request_ids. */
final class Numbers {

    private Numbers() {}

    static Optional<MatterNumber> read(String written) {
        if (written.length() > 40) {
            return Optional.empty();
        }
        try {
            return Optional.of(MatterNumber.parse(written));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package org.huiyin.register;

import java.time.LocalDate;
import java.util.Map;

/** How many people of a register took part in something; a feature that keeps attendance answers it. */
public interface Participation {

    /**
     * Distinct entries of a register that took part in at least one activity from one day to another, both counted, by the first {@code length}
     * digits of their own places.
     */
    Map<String, Long> byPart(String register, String place, int length, LocalDate since, LocalDate until);
}

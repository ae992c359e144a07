package org.huiyin.mechanism;

import org.huiyin.org.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Somebody outside the house who has shown who they are.
 *
 * @param shown {@code guest:7} by a telephone, {@code AX-3} as the holder of an entry; "" for an account that has shown neither yet
 * @param name in full, for those who may open it
 * @param discreet how somebody is named in public who only gives a surname
 * @param phone "" for an entry, whose card has it
 * @param entry the number of the entry; null for a telephone
 */
record Claimant(
        Actor actor,
        String shown,
        String name,
        String discreet,
        String phone,
        @Nullable String entry) {

    /** Whether it was them who took this. */
    boolean took(Held.Taken taken) {
        return taken.asker().equals(shown) || taken.account() != 0 && taken.account() == actor.account();
    }
}

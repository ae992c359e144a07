package org.huiyin.org;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person to be registered, with a post or without (a resident), with an account or without.
 *
 * @param unit code of the unit of the post; null for a resident
 * @param role what the post may do; ignored without a unit
 * @param account null for a person who does not sign in
 */
public record Appointment(
        String name,
        @Nullable String phone,
        @Nullable String unit,
        Role role,
        String title,
        List<String> reachPlaces,
        boolean everywhere,
        @Nullable NewAccount account) {

    public Appointment {
        reachPlaces = List.copyOf(reachPlaces);
    }

    /** The means to sign in: a login in lower case, an Argon2id hash, and whether the password must be changed first. */
    public record NewAccount(String login, String passwordHash, boolean mustChange) {

        @Override
        public String toString() {
            return "NewAccount[" + login + "]";
        }
    }
}

package org.huiyin.org;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person to be registered, with posts or without (a resident), with an account or without.
 *
 * @param account null for a person who does not sign in
 */
public record Appointment(
        String name,
        @Nullable String phone,
        List<NewPost> posts,
        @Nullable NewAccount account) {

    public Appointment {
        posts = List.copyOf(posts);
    }

    /**
     * What a person is to be, and where.
     *
     * @param unit code of the unit
     * @param places code prefixes of the places it covers
     */
    public record NewPost(String unit, Role role, String title, List<String> places, boolean everywhere) {

        public NewPost {
            places = List.copyOf(places);
        }
    }

    /** The means to sign in: a login in lower case, an Argon2id hash, and whether the password must be changed first. */
    public record NewAccount(String login, String passwordHash, boolean mustChange) {

        @Override
        public String toString() {
            return "NewAccount[" + login + "]";
        }
    }
}

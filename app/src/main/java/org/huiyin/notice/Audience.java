package org.huiyin.notice;

import org.huiyin.org.Role;

/**
 * Who is told: everybody who holds a post of that role now, or whoever holds one post.
 *
 * @param unit at this unit; 0 when a place says where
 * @param place whose post covers this place; empty when a unit says where
 * @param post the one post; 0 when a role says who
 */
public record Audience(int unit, String place, Role role, long post) {

    public static Audience at(int unit, Role role) {
        return new Audience(unit, "", role, 0);
    }

    /** Those who look after a place, as its supervisors do. */
    public static Audience over(String place, Role role) {
        return new Audience(0, place, role, 0);
    }

    /** Whoever holds this post now. */
    public static Audience post(long post) {
        return new Audience(0, "", Role.SYSTEM, post);
    }
}

package org.huiyin.notice;

import org.huiyin.org.Role;

/**
 * Who is told: everybody who holds a post of that role now.
 *
 * @param unit at this unit; 0 when a place says where
 * @param place whose post covers this place; empty when a unit says where
 */
public record Audience(int unit, String place, Role role) {

    public static Audience at(int unit, Role role) {
        return new Audience(unit, "", role);
    }

    /** Those who look after a place, as its supervisors do. */
    public static Audience over(String place, Role role) {
        return new Audience(0, place, role);
    }
}

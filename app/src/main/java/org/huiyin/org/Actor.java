package org.huiyin.org;

import org.jspecify.annotations.Nullable;

/**
 * Who asks: a person at a post, a resident, a visitor holding a query code, or Huiyin itself. Always a parameter, never ambient.
 *
 * @param account 0 when nobody is signed in
 * @param post 0 for residents and visitors
 * @param unit 0 for residents and visitors
 * @param heldMatter the matter whose query code this visitor showed; null otherwise
 */
public record Actor(
        long account,
        long post,
        int unit,
        Role role,
        String name,
        Reach reach,
        @Nullable Long heldMatter) {

    public static final Actor SYSTEM = new Actor(0, 0, 0, Role.SYSTEM, "回音", Reach.EVERYWHERE, null);
    public static final Actor VISITOR = new Actor(0, 0, 0, Role.RESIDENT, "", Reach.NOWHERE, null);

    /** A visitor who showed the query code of one matter. */
    public static Actor holding(long matter) {
        return new Actor(0, 0, 0, Role.RESIDENT, "", Reach.NOWHERE, matter);
    }

    public boolean signedIn() {
        return account != 0;
    }

    public boolean staff() {
        return post != 0;
    }
}

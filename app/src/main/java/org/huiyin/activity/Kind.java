package org.huiyin.activity;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.calendar.Limit;
import org.huiyin.org.Role;
import org.huiyin.programme.Form;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * A kind of activity as a definition says it.
 *
 * @param version raised whenever a rule changes; activities keep the version they were planned under
 * @param plannedBy the roles whose posts plan it, for units and places within their reach
 * @param own whoever plans it carries it out, and may write it down when it is over
 * @param nearMetres whoever is farther from the place than that is marked
 * @param report what is asked when it is over
 * @param photos how many photographs a report needs at least
 * @param reportWithin how long after its end the report is due
 * @param findings null when nothing is found there
 */
public record Kind(
        String name,
        int version,
        Text title,
        Set<Role> plannedBy,
        boolean own,
        Whom whom,
        @Nullable SignUp signUp,
        Set<Deed.Way> ways,
        int nearMetres,
        Form report,
        int photos,
        Limit reportWithin,
        @Nullable FoundAs findings,
        List<Quota> quotas,
        List<Figure> figures,
        Publicity publicity,
        boolean rated) {

    /**
     * Who takes part.
     *
     * @param register whose entries they are, when they are entries
     */
    public record Whom(Sort sort, String register) {

        /** Among whom participants are. */
        public enum Sort {
            /** Nobody beside those who carry it out. */
            NOBODY,
            STAFF,
            ENTRIES,
            ANYBODY
        }
    }

    /**
     * How people sign up.
     *
     * @param seats how many a plan proposes; null for as many as like
     * @param waiting whether a list is kept of those who find no seat
     */
    public record SignUp(@Nullable Integer seats, boolean waiting) {}

    /** As what a finding is raised: the programme, and what its form says of where it came from. */
    public record FoundAs(String programme, String channel) {}

    /** Who may know of it. */
    public enum Publicity {
        /** Anybody, when its plan says so. */
        OPEN,
        /** Staff within reach. */
        INSIDE,
        /** Those who planned it, carry it out or answer for it; never anybody else. */
        PRIVATE
    }

    public Optional<Quota> quota(String quota) {
        return quotas.stream().filter(one -> one.name().equals(quota)).findFirst();
    }
}

package org.huiyin.publicity;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * The lists counted anew, in one snapshot.
 *
 * @param byProgramme those of each programme that has matters
 * @param took how long counting took
 */
public record Checked(Map<String, Ways> byProgramme, Instant asOf, Duration took) {

    private static final Tally EMPTY = new Tally(Map.of());
    private static final Ways NOTHING = new Ways(EMPTY, EMPTY, EMPTY);

    public Checked {
        byProgramme = Map.copyOf(byProgramme);
    }

    /**
     * The lists of one programme, counted in every way.
     *
     * @param kept the counts that are carried on with every step and that pages show
     * @param steps counted from all steps ever taken: of each state, how many led into it less how many left it
     * @param matters the lists as the matters stand on them
     */
    public record Ways(Tally kept, Tally steps, Tally matters) {

        /** Whether all agree on every list. */
        public boolean same() {
            return steps.equals(matters) && steps.equals(kept);
        }
    }

    public Ways of(String programme) {
        return byProgramme.getOrDefault(programme, NOTHING);
    }

    /** Whether all agree on every list of every programme. */
    public boolean same() {
        return byProgramme.values().stream().allMatch(Ways::same);
    }
}

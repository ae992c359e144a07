package org.huiyin.matter;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A matter as it stands after its steps. A projection: it follows from the steps alone, and doctor proves it.
 *
 * @param id 0 until the Desk has given it one
 * @param version how many steps it has
 * @param publicTitle the title as the public reads it: what identifies a person is blanked; what sort of matter it is where the programme keeps
 *     titles from the public; {@link #WITHDRAWN} when it was taken out of public view
 * @param office the dispatching office it belongs to
 * @param lead the unit that answers for it; null before dispatch
 * @param desk the unit on whose desk it lies; null when it waits for nobody here
 * @param raiser the account that raised it; null when raised without one
 * @param onBehalf whether somebody at a post raised it for somebody else, so that staff know its query code
 * @param times step name → how often and when last
 * @param clocks every clock it ever had, in order
 */
public record Matter(
        long id,
        String programme,
        int programmeVersion,
        int version,
        String state,
        String list,
        @Nullable String worklist,
        int round,
        String title,
        String publicTitle,
        String place,
        String category,
        String kind,
        String urgency,
        boolean confidential,
        int office,
        @Nullable Integer lead,
        List<Integer> coHandlers,
        @Nullable Integer desk,
        @Nullable Long raiser,
        boolean onBehalf,
        @Nullable Integer complainedOf,
        @Nullable Long mergedInto,
        int merged,
        Instant raisedAt,
        Instant updatedAt,
        Map<String, Taken> times,
        List<Clock> clocks) {

    /**
     * How often a step was taken.
     *
     * @param thisRound times in the present round
     * @param ever times in all rounds
     * @param last when last
     */
    public record Taken(int thisRound, int ever, Instant last) {}

    /** What stands for the title where nothing that was written is public any more; with its blank at the end no title can be the same. */
    public static final String WITHDRAWN = "已撤下 · Withdrawn ";

    /** No deadline at all; sorts behind every real one. */
    public static final Instant NEVER = Instant.parse("2199-12-31T00:00:00Z");

    Matter withId(long given) {
        return with(given, clocks);
    }

    Matter withClocks(List<Clock> given) {
        return with(id, given);
    }

    private Matter with(long newId, List<Clock> newClocks) {
        return new Matter(
                newId,
                programme,
                programmeVersion,
                version,
                state,
                list,
                worklist,
                round,
                title,
                publicTitle,
                place,
                category,
                kind,
                urgency,
                confidential,
                office,
                lead,
                coHandlers,
                desk,
                raiser,
                onBehalf,
                complainedOf,
                mergedInto,
                merged,
                raisedAt,
                updatedAt,
                times,
                newClocks);
    }

    /** Whether what was written was taken out of public view. */
    public boolean withdrawn() {
        return publicTitle.equals(WITHDRAWN);
    }

    public MatterNumber number() {
        return new MatterNumber(id);
    }

    public int timesThisRound(String step) {
        Taken taken = times.get(step);
        return taken == null ? 0 : taken.thisRound();
    }

    /** The step it was last taken by. */
    public String lastStep() {
        return times.entrySet().stream()
                .max(Map.Entry.comparingByValue(Comparator.comparing(Taken::last)))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    public Optional<Clock> openClock(String name) {
        return clocks.stream()
                .filter(c -> c.open() && c.unit() == null && c.name().equals(name))
                .findFirst();
    }

    /** Whether another matter may still be merged into this one: it is no part of a third, and something will still happen to it. */
    public boolean joinable() {
        return mergedInto == null && (desk != null || clocks.stream().anyMatch(Clock::open));
    }

    /** The next thing due on the desk it lies on; {@link #NEVER} when nothing runs. */
    public Instant due() {
        return nextClock().map(c -> c.deadline().due()).orElse(NEVER);
    }

    /** When that becomes near due. */
    public Instant near() {
        return nextClock().map(c -> c.deadline().near()).orElse(NEVER);
    }

    /** The running clock that ends first; co-handlers' clocks are theirs and not the matter's. */
    public Optional<Clock> nextClock() {
        Clock next = null;
        for (Clock clock : clocks) {
            if (clock.running()
                    && clock.unit() == null
                    && (next == null
                            || clock.deadline().due().isBefore(next.deadline().due()))) {
                next = clock;
            }
        }
        return Optional.ofNullable(next);
    }
}

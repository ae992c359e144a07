package org.huiyin.publicity;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Publication;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.programme.Programme;
import org.huiyin.track.Refusals;
import org.springframework.stereotype.Component;

/**
 * Objections to how a matter ended. Huiyin takes one down as a step of the matter; the programme says until when, who decides by when, and what
 * an upheld one brings about.
 */
@Component
class MatterObjections {

    private static final String STEP = "object";
    private static final String FURTHER = "object-too";
    private static final String STATE = "objected";
    private static final String CLOCK = "objection";
    private static final int LISTED = 30;

    private final MatterLookup lookup;
    private final Desk desk;
    private final Board board;
    private final BoardFilters filters;
    private final OpenRows rows;

    MatterObjections(MatterLookup lookup, Desk desk, Board board, BoardFilters filters, OpenRows rows) {
        this.lookup = lookup;
        this.desk = desk;
        this.board = board;
        this.filters = filters;
        this.rows = rows;
    }

    /** What comes of an objection. */
    sealed interface Raised {
        record Done(Instant decideBy) implements Raised {}

        /** In the reader's words. */
        record Refused(String why, int status) implements Raised {}
    }

    /** The form for a matter everybody may see; empty for others, and for programmes that hear no objections. */
    Optional<ObjectionForm> form(Page page, String number, String key) {
        return find(number).map(matter -> {
            Publication publication = Publication.of(lookup.programmeOf(matter), matter, Publication.Eyes.EVERYBODY);
            String address = "/m/" + matter.number();
            return new ObjectionForm(
                    "matter", matter.number().toString(), publication.title(matter), address, null, key, "", null);
        });
    }

    Raised raise(Page page, String number, String words, String key) {
        Matter matter = find(number).orElseThrow();
        Outcome outcome = take(matter, STEP, words, "objection-" + key);
        // the first is asked for first: sent twice, it is the same objection and no further one
        if (outcome instanceof Outcome.Refused && matter.state().equals(STATE)) {
            outcome = take(matter, FURTHER, words, "objection-too-" + key);
        }
        return switch (outcome) {
            case Outcome.Done done -> new Raised.Done(decideBy(page, matter.number()));
            case Outcome.NoSuchMatter none -> refused(page, Problem.of("no-such-matter", 404));
            case Outcome.NotYours no -> refused(page, Problem.of("not-yours", 403));
            case Outcome.Stale stale -> refused(page, Problem.of("stale", 409));
            case Outcome.Refused(var why) -> refused(page, Refusals.problem(page, why));
        };
    }

    private Outcome take(Matter matter, String step, String words, String key) {
        return desk.perform(StepRequest.further(
                matter.number(), StepRequest.ANY, step, Actor.SYSTEM, Map.of("objection", words), key));
    }

    private static Raised refused(Page page, Problem problem) {
        return new Raised.Refused(problem.why(page) + " " + problem.next(page), problem.status());
    }

    private Instant decideBy(Page page, MatterNumber number) {
        return lookup.find(number).stream()
                .flatMap(matter -> matter.clocks().stream())
                .filter(clock -> clock.running() && clock.name().equals(CLOCK))
                .map((Clock clock) -> clock.deadline().due())
                .findFirst()
                .orElse(page.formats().now());
    }

    private Optional<Matter> find(String number) {
        try {
            return number.length() > 40
                    ? Optional.empty()
                    : lookup.find(MatterNumber.parse(number)).filter(this::heard);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean heard(Matter matter) {
        Programme programme = lookup.programmeOf(matter);
        return programme.step(STEP).isPresent()
                && !Publication.of(programme, matter, Publication.Eyes.EVERYBODY)
                        .countsOnly();
    }

    /** The matters on which a decision is due, newest first. */
    List<BoardView.Row> undecided(Page page) {
        return filters.ofState(STATE).stream()
                .flatMap(filter ->
                        board.next(filter, LISTED).rows().stream().map(row -> rows.matter(page, filter.list(), row)))
                .sorted(Comparator.comparing(BoardView.Row::raisedAt).reversed())
                .toList();
    }
}

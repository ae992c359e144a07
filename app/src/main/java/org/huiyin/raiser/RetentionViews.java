package org.huiyin.raiser;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.org.Actor;
import org.springframework.stereotype.Component;

/** Puts together what staff decide about the data of raisers: of the matters whose raiser they may know. */
@Component
class RetentionViews {

    private static final int MOST = 200;
    private static final int DAYS_AHEAD = 31;

    private final MatterLookup lookup;
    private final ErasureRequests requests;
    private final Due due;
    private final InstantSource clock;

    RetentionViews(MatterLookup lookup, ErasureRequests requests, Due due, InstantSource clock) {
        this.lookup = lookup;
        this.requests = requests;
        this.due = due;
        this.clock = clock;
    }

    RetentionView of(Page page) {
        return new RetentionView(
                lines(
                        page,
                        requests.open().stream()
                                .map(one -> line(one.matter(), one.askedAt(), ""))
                                .toList()),
                lines(
                        page,
                        dueSoon().stream()
                                .map(one -> line(one.matter(), one.at(), ""))
                                .toList()),
                lines(
                        page,
                        requests.holds().stream()
                                .map(one -> line(one.matter(), one.since(), one.reason()))
                                .toList()));
    }

    int waiting(Page page) {
        List<ErasureRequests.Request> open = requests.open();
        return open.isEmpty() ? 0 : of(page).requests().size();
    }

    /** A matter this reader may decide about. */
    Matter matter(Page page, String typed) {
        return Owned.number(typed)
                .flatMap(lookup::find)
                .filter(found -> may(page.reader(), found))
                .orElseThrow(() -> new ProblemException(Problem.of("no-such-matter", 404)));
    }

    private boolean may(Actor reader, Matter matter) {
        return SameRaiser.maySearch(reader) && lookup.mayRead(reader, matter) && lookup.mayKnowRaiser(reader, matter);
    }

    private List<Due.Ended> dueSoon() {
        Instant then = clock.instant().plus(DAYS_AHEAD, ChronoUnit.DAYS);
        return due.rules().stream()
                .flatMap(rule -> due.over(rule, then, MOST).stream())
                .toList();
    }

    private record Unnamed(long matter, Instant at, String note) {}

    private static Unnamed line(long matter, @org.jspecify.annotations.Nullable Instant at, String note) {
        return new Unnamed(matter, at == null ? Instant.EPOCH : at, note);
    }

    private List<RetentionView.Line> lines(Page page, List<Unnamed> found) {
        Map<Long, Matter> matters =
                lookup.findAll(found.stream().map(Unnamed::matter).toList());
        return found.stream()
                .flatMap(one -> Optional.ofNullable(matters.get(one.matter())).stream()
                        .filter(matter -> may(page.reader(), matter))
                        .map(matter -> new RetentionView.Line(
                                matter.number().toString(),
                                matter.title(),
                                page.t(lookup.programmeOf(matter)
                                        .state(matter.state())
                                        .title()),
                                one.at(),
                                one.note())))
                .toList();
    }
}

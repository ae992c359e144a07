package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.Span;
import org.huiyin.frame.Page;
import org.huiyin.matter.Desk;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The time after its publication in which anybody may object to a ranking. A supervisor who did not publish it decides; an objection that is
 * upheld has the ranking published again, as it comes out then, and both say so.
 */
@Component
public class PublicNotice {

    private final RankingObjections objections;
    private final OpenRankings rankings;
    private final Assessment assessment;
    private final Organisation organisation;
    private final Calendars calendars;

    PublicNotice(
            RankingObjections objections,
            OpenRankings rankings,
            Assessment assessment,
            Organisation organisation,
            Desk.Equipment equipment) {
        this.objections = objections;
        this.rankings = rankings;
        this.assessment = assessment;
        this.organisation = organisation;
        this.calendars = equipment.calendars();
    }

    /** A ranking somebody may want to object to. */
    public record Noticed(long id, String title, Instant until, boolean open) {}

    /** What comes of an objection. */
    public sealed interface Raised {
        record Done(Instant decideBy) implements Raised {}

        /** The notice was over at that time. */
        record Over(Instant until) implements Raised {}

        /** A later ranking of the same period took its place. */
        record Replaced(long latest) implements Raised {}

        /** Nobody supervises the whole city, so nobody could decide. */
        record NobodyDecides() implements Raised {}
    }

    /** What comes of a decision. */
    sealed interface Decided {
        record Done(RankingObjection.Ended ended) implements Decided {}

        record NotASupervisor() implements Decided {}

        /** Whoever published it does not decide on objections to it. */
        record Publisher() implements Decided {}

        record Already() implements Decided {}

        /** It could not be published again just now; nothing was decided. */
        record NotPublished(Assessment.Publication why) implements Decided {}
    }

    /** The ranking of that number; empty when there is none. */
    public Optional<Noticed> noticed(Page page, long ranking) {
        return rankings.find(ranking)
                .map(one -> new Noticed(
                        ranking,
                        rankings.title(page, one),
                        until(one),
                        !page.formats().now().isAfter(until(one))));
    }

    /** Takes an objection down. */
    public Raised raise(Page page, long ranking, String objection, String key) {
        OpenRankings.Opened one = rankings.open(ranking);
        Instant now = page.formats().now();
        long latest = rankings.latest(one);
        if (latest != ranking) {
            return new Raised.Replaced(latest);
        }
        if (now.isAfter(until(one))) {
            return new Raised.Over(until(one));
        }
        Optional<RankingObjection.Post> decider =
                objections.decider(one.published().account());
        if (decider.isEmpty()) {
            return new Raised.NobodyDecides();
        }
        Instant decideBy = after(now, one.measures().ranking().decide());
        objections.add(ranking, key, objection, now, decideBy, decider.get());
        return new Raised.Done(decideBy);
    }

    /** Whether this person published what the objection is raised against. */
    boolean publishedBy(Actor by, RankingObjection objection) {
        return rankings.open(objection.ranking()).published().account() == by.account();
    }

    /** Decides on an objection; upheld, the ranking is published again in the same transaction. */
    @Transactional
    Decided decide(Actor by, RankingObjection objection, boolean upheld, String reasons, Instant now) {
        OpenRankings.Opened one = rankings.open(objection.ranking());
        if (!ExclusionRules.supervises(by)) {
            return new Decided.NotASupervisor();
        }
        if (publishedBy(by, objection)) {
            return new Decided.Publisher();
        }
        if (objection.ended() != null) {
            return new Decided.Already();
        }
        Long republished = null;
        if (upheld) {
            Assessment.Publication published = assessment.publishAgain(one.measures(), one.period(), by, reasons);
            if (!(published instanceof Assessment.Publication.Done)) {
                return new Decided.NotPublished(published);
            }
            republished = rankings.latest(one);
        }
        RankingObjection.Ended ended = new RankingObjection.Ended(upheld, reasons, now, republished);
        return objections.end(objection.id(), ended, by) ? new Decided.Done(ended) : new Decided.Already();
    }

    /** The latest objections to rankings, in the reader's words. */
    public List<ObjectionView> latest(Page page, int limit) {
        return objections.latest(false, limit).stream()
                .map(one -> view(page, one))
                .toList();
    }

    /** The objections to a ranking, and those it was published because of. */
    List<ObjectionView> of(Page page, long ranking) {
        return objections.of(ranking).stream().map(one -> view(page, one)).toList();
    }

    ObjectionView view(Page page, RankingObjection one) {
        RankingObjection.Ended ended = one.ended();
        return new ObjectionView(
                one.id(),
                rankings.title(page, rankings.open(one.ranking())),
                OpenRankings.address(one.ranking()),
                one.raisedAt(),
                one.decideBy(),
                organisation.units().name(one.post().unit(), page.locale())
                        + (one.post().title().isEmpty()
                                ? ""
                                : " · " + one.post().title()),
                ended == null ? "open" : ended.upheld() ? "upheld" : "dismissed",
                ended == null ? "" : ended.reasons(),
                ended == null ? null : ended.at(),
                ended == null || ended.republished() == null ? null : OpenRankings.address(ended.republished()));
    }

    private Instant until(OpenRankings.Opened one) {
        return after(one.published().publishedAt(), one.measures().ranking().notice());
    }

    private Instant after(Instant from, Limit limit) {
        return calendars.current().calendar().deadline(Span.of(from, limit)).due();
    }
}

package org.huiyin.assessment;

import java.time.Instant;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.frame.Page;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Objections to rankings for programs of those who decide. */
@RestController
@RequestMapping("/api/v1/objections")
class ObjectionApi {

    private static final int MOST = 100;

    private final RankingObjections objections;
    private final ObjectionDeskPage desk;

    ObjectionApi(RankingObjections objections, ObjectionDeskPage desk) {
        this.objections = objections;
        this.desk = desk;
    }

    /**
     * An objection.
     *
     * @param state {@code open}, {@code upheld} or {@code dismissed}
     * @param republished the ranking that was published because of it; null for none
     */
    record ObjectionJson(
            long id,
            long ranking,
            String objection,
            Instant raisedAt,
            Instant decideBy,
            String state,
            @Nullable String reasons,
            @Nullable Instant decidedAt,
            @Nullable Long republished) {

        static ObjectionJson of(RankingObjection one) {
            RankingObjection.Ended ended = one.ended();
            return new ObjectionJson(
                    one.id(),
                    one.ranking(),
                    one.objection(),
                    one.raisedAt(),
                    one.decideBy(),
                    ended == null ? "open" : ended.upheld() ? "upheld" : "dismissed",
                    ended == null ? null : ended.reasons(),
                    ended == null ? null : ended.at(),
                    ended == null ? null : ended.republished());
        }
    }

    /** @param decision {@code upheld}, which publishes the ranking again, or {@code dismissed} */
    record NewDecision(String decision, String reasons) {}

    @GetMapping
    @Scoped(Scope.ASSESSMENT_READ)
    Items<ObjectionJson> list(Page page) {
        ObjectionDeskPage.supervisorsOnly(page);
        return Items.all(
                objections.latest(false, MOST).stream().map(ObjectionJson::of).toList());
    }

    @GetMapping("/{id}")
    @Scoped(Scope.ASSESSMENT_READ)
    ObjectionJson show(@PathVariable String id, Page page) {
        return ObjectionJson.of(desk.found(page, id));
    }

    @PostMapping("/{id}/decision")
    @Scoped(Scope.ASSESSMENT_WRITE)
    ObjectionJson decide(@PathVariable String id, @Body NewDecision wanted, Page page) {
        desk.decide(page, desk.found(page, id), wanted.decision(), wanted.reasons());
        return show(id, page);
    }
}

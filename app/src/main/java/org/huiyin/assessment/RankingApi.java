package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Published rankings for programs, byte for byte, and publishing one. */
@RestController
@RequestMapping("/api/v1/rankings")
class RankingApi {

    private final PeriodChoices periods;
    private final Assessment assessment;
    private final Rankings rankings;

    RankingApi(PeriodChoices periods, Assessment assessment, Rankings rankings) {
        this.periods = periods;
        this.assessment = assessment;
        this.rankings = rankings;
    }

    /** A ranking that was published. */
    record RankingJson(
            long id,
            String programme,
            String period,
            Instant asOf,
            Instant publishedAt,
            String resultFingerprint,
            String inputsFingerprint,
            String reason) {}

    /**
     * The period to be ranked.
     *
     * @param reason why it is published again; not needed the first time
     */
    record NewRanking(String period, @Nullable String reason) {}

    @GetMapping
    @Scoped(Scope.ASSESSMENT_READ)
    Items<RankingJson> of(@RequestParam(defaultValue = "") String period, Page page) {
        return Items.all(published(periods.read(page, new Asked("", period, "", ""))).stream()
                .map(RankingApi::json)
                .toList());
    }

    /** The ranking as it was frozen; its SHA-256 is the fingerprint. */
    @GetMapping("/{id}/result")
    @Scoped(Scope.ASSESSMENT_READ)
    ResponseEntity<byte[]> result(@PathVariable String id) {
        Rankings.Published found = rankings.named(id).orElseThrow(OpenRankings::none);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag("\"" + found.resultFingerprint() + "\"")
                .body(found.result());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Scoped(Scope.ASSESSMENT_WRITE)
    RankingJson publish(@Body NewRanking wanted, Page page) {
        if (!ExclusionRules.supervises(page.reader())) {
            throw new ProblemException(Problem.of("supervisors-only", 403));
        }
        Selection selection = periods.read(page, new Asked("", wanted.period(), "", ""));
        AssessmentPage.done(assessment.publish(
                selection.measures(),
                selection.period(),
                assessment.settled(),
                page.reader(),
                Objects.requireNonNullElse(wanted.reason(), "")));
        return json(published(selection).getFirst());
    }

    private List<Rankings.Published> published(Selection selection) {
        return assessment.published(selection.measures().programme(), selection.period());
    }

    private static RankingJson json(Rankings.Published one) {
        return new RankingJson(
                one.id(),
                one.programme(),
                one.period(),
                one.asOf(),
                one.publishedAt(),
                one.resultFingerprint(),
                one.inputsFingerprint(),
                one.reason());
    }
}

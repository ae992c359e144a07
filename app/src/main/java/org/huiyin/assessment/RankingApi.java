package org.huiyin.assessment;

import java.time.Instant;
import java.util.List;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
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

    RankingApi(PeriodChoices periods, Assessment assessment) {
        this.periods = periods;
        this.assessment = assessment;
    }

    /** A ranking that was published. */
    record RankingJson(
            long id,
            String programme,
            String period,
            Instant asOf,
            Instant publishedAt,
            String resultFingerprint,
            String inputsFingerprint) {}

    /** The period to be ranked. */
    record NewRanking(String period) {}

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
    ResponseEntity<byte[]> result(@PathVariable String id, @RequestParam(defaultValue = "") String period, Page page) {
        Rankings.Published found = published(periods.read(page, new Asked("", period, "", ""))).stream()
                .filter(one -> Long.toString(one.id()).equals(id))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
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
        AssessmentPage.done(
                assessment.publish(selection.measures(), selection.period(), assessment.settled(), page.reader()));
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
                one.inputsFingerprint());
    }
}

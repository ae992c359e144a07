package org.huiyin.assessment;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.MatterNumber;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Matters left out of figures, for programs. */
@RestController
@RequestMapping("/api/v1/exclusions")
class ExclusionApi {

    private final PeriodChoices periods;
    private final Exclusions exclusions;
    private final ExclusionPage asking;
    private final ExclusionViews views;

    ExclusionApi(PeriodChoices periods, Exclusions exclusions, ExclusionPage asking, ExclusionViews views) {
        this.periods = periods;
        this.exclusions = exclusions;
        this.asking = asking;
        this.views = views;
    }

    /** Something that was done about an exclusion. */
    record ActJson(String act, int unit, String note, Instant at) {}

    /**
     * An exclusion.
     *
     * @param state {@code asked}, {@code decided}, {@code appealed} or {@code final}
     * @param inForce whether the matter is left out now
     * @param open what the caller may do about it
     */
    record ExclusionJson(
            long id,
            String matter,
            int unit,
            String period,
            String kind,
            String reason,
            String evidence,
            String state,
            boolean inForce,
            List<ActJson> acts,
            List<String> open) {}

    /** What is to be left out, and why. */
    record NewExclusion(String period, String matter, String kind, String reason, String evidence) {}

    /** @param act {@code approve}, {@code refuse}, {@code appeal}, {@code uphold} or {@code overturn} */
    record NewAct(String act, String note) {}

    @GetMapping
    @Scoped(Scope.ASSESSMENT_READ)
    Items<ExclusionJson> list(@RequestParam(defaultValue = "") String period, Page page) {
        Selection selection = periods.read(page, new Asked("", period, "", ""));
        return Items.all(
                exclusions
                        .touching(
                                selection.measures().programme(),
                                selection.period().from(),
                                selection.period().until())
                        .stream()
                        .map(one -> json(page, one))
                        .toList());
    }

    @GetMapping("/{id}")
    @Scoped(Scope.ASSESSMENT_READ)
    ExclusionJson one(@PathVariable String id, Page page) {
        return json(page, asking.find(number(id)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Scoped(Scope.ASSESSMENT_WRITE)
    ExclusionJson ask(@Body NewExclusion wanted, Page page) {
        long id = asking.ask(
                page,
                periods.read(page, new Asked("", wanted.period(), "", "")),
                new ExclusionPage.Request(wanted.matter(), wanted.kind(), wanted.reason(), wanted.evidence()));
        return json(page, asking.find(id));
    }

    @PostMapping("/{id}/acts")
    @Scoped(Scope.ASSESSMENT_WRITE)
    ExclusionJson act(@PathVariable String id, @Body NewAct wanted, Page page) {
        asking.act(page, number(id), wanted.act(), wanted.note());
        return json(page, asking.find(number(id)));
    }

    private static long number(String id) {
        if (!id.matches("[0-9]{1,18}")) {
            throw new ProblemException(Problem.of("not-found", 404));
        }
        return Long.parseLong(id);
    }

    private ExclusionJson json(Page page, Exclusion one) {
        Instant now = page.formats().now();
        ExclusionRules rules = views.rules(asking.measures(one));
        return new ExclusionJson(
                one.id(),
                new MatterNumber(one.matter()).toString(),
                one.unit(),
                one.period(),
                one.kind(),
                one.reason(),
                one.evidence(),
                one.state().name().toLowerCase(java.util.Locale.ROOT),
                one.inForce(now),
                one.acts().stream()
                        .map(act -> new ActJson(act.kind().key(), act.unit(), act.note(), act.at()))
                        .toList(),
                Arrays.stream(Exclusion.Kind.values())
                        .filter(act ->
                                rules.may(one, act, page.reader(), now) instanceof ExclusionRules.Verdict.Allowed)
                        .map(Exclusion.Kind::key)
                        .toList());
    }
}

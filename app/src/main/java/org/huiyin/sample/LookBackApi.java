package org.huiyin.sample;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.api.Parameters;
import org.huiyin.evidence.Attachments;
import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.Matter;
import org.huiyin.matter.Receipt;
import org.huiyin.track.Refusals;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The look-back desk for programs. */
@RestController
@RequestMapping("/api/v1/look-backs")
class LookBackApi {

    private static final Pattern CURSOR = Pattern.compile("\\d{4}-(0[1-9]|1[0-2])\\.\\d{11}");

    private final LookBacks lookBacks;
    private final LookBackViews views;
    private final LookBackPage desk;
    private final Attachments attachments;

    LookBackApi(LookBacks lookBacks, LookBackViews views, LookBackPage desk, Attachments attachments) {
        this.lookBacks = lookBacks;
        this.views = views;
        this.desk = desk;
        this.attachments = attachments;
    }

    /** A matter to be looked at again. */
    record WaitingJson(String matter, String title, String month, int unit, LocalDate until) {}

    /** What the unit said of it. */
    record ToldJson(String name, String value) {}

    /**
     * A matter that was drawn.
     *
     * @param proof ids of what the unit attached
     * @param done whether somebody has looked already, or nothing is left to look at
     */
    record LookBackJson(
            String matter,
            int version,
            String title,
            String month,
            int unit,
            LocalDate until,
            List<ToldJson> told,
            List<String> proof,
            boolean done) {}

    /**
     * What was found.
     *
     * @param verdict {@code holds} or {@code fails}
     * @param fields of the programme's step, {@code looked-at} among them
     * @param expectedVersion the version that was looked at
     */
    record NewResult(
            String verdict,
            Map<String, Object> fields,
            int expectedVersion,
            @Nullable List<String> evidence) {}

    /** The step that says it. */
    record FoundJson(String matter, int version, String step, String state) {}

    @GetMapping
    @Scoped(Scope.SUPERVISION_READ)
    Items<WaitingJson> waiting(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "") String limit, Page page) {
        LookBackPage.lookers(page);
        int most = Items.limit(limit);
        After from = Parameters.cursor(after, CURSOR, After::read).orElse(After.START);
        return Items.page(
                lookBacks.waiting(page.reader(), from, most + 1),
                most,
                one -> new WaitingJson(
                        one.matter().toString(),
                        one.title(),
                        one.month().toString(),
                        one.unit(),
                        lookBacks.plan().lastDay(one.month())),
                one -> After.of(one.month(), one.matter()).cursor());
    }

    @GetMapping("/{number}")
    @Scoped(Scope.SUPERVISION_READ)
    LookBackJson show(@PathVariable String number, Page page) {
        LookBackPage.lookers(page);
        Matter matter = views.matter(page, number);
        LookBacks.Drawn drawn = desk.drawn(page, matter);
        LookBackView.Sheet empty = new LookBackView.Sheet(
                views.form(matter, true), Filled.EMPTY, new HandedIn(List.of(), 0, null), matter.version(), "", null);
        LookBackView view = views.of(page, matter, drawn, empty, null);
        return new LookBackJson(
                view.number(),
                matter.version(),
                view.title(),
                view.month(),
                drawn.unit(),
                view.until(),
                view.told().stream()
                        .map(one -> new ToldJson(one.name(), one.value()))
                        .toList(),
                view.proof().stream().map(one -> one.id().toString()).toList(),
                view.done());
    }

    /** Says what was found: that the answer holds, or that it does not. */
    @PostMapping("/{number}/result")
    @Scoped(Scope.SUPERVISION_WRITE)
    FoundJson write(@PathVariable String number, @Body NewResult wanted, Page page) {
        LookBackPage.lookers(page);
        Matter matter = views.matter(page, number);
        LookBacks.Drawn drawn = desk.drawn(page, matter);
        Map<String, Object> given = new HashMap<>(wanted.fields());
        given.values().removeIf(value -> value == null);
        given.put("verdict", wanted.verdict());
        String wrong = LookBackPage.wrong(page, Filled.with(given));
        if (wrong != null) {
            throw new ProblemException(Problem.of("refused", 422).because(wrong));
        }
        given.remove("verdict");
        boolean holds = wanted.verdict().equals(LookBackPage.HOLDS);
        List<String> evidence = wanted.evidence() == null ? List.of() : wanted.evidence();
        Receipt receipt = Refusals.taken(
                page,
                lookBacks.write(
                        page.reader(),
                        matter,
                        drawn,
                        new LookBacks.Found(
                                holds,
                                given,
                                attachments.mustHold(page.reader(), evidence),
                                Math.max(0, wanted.expectedVersion()))));
        return new FoundJson(receipt.number().toString(), receipt.version(), receipt.step(), receipt.state());
    }
}

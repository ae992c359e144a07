package org.huiyin.raiser;

import java.time.Instant;
import java.util.List;
import org.huiyin.api.Body;
import org.huiyin.frame.Page;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.Matter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What staff decide about the data of raisers, for programs. */
@RestController
@RequestMapping("/api/v1/retention")
@Scoped(Scope.IDENTITY)
class RetentionApi {

    private final RetentionPage desk;
    private final RetentionViews views;
    private final ErasureRequests requests;

    RetentionApi(RetentionPage desk, RetentionViews views, ErasureRequests requests) {
        this.desk = desk;
        this.views = views;
        this.requests = requests;
    }

    /**
     * What is to be decided, what is anonymised next month, and what is held whole.
     */
    record RetentionJson(List<LineJson> requests, List<LineJson> due, List<LineJson> holds) {}

    /**
     * A matter in one of the lists.
     *
     * @param at when it was asked for, when it ended, or since when it is held
     * @param note why it is held; empty otherwise
     */
    record LineJson(String matter, String title, String state, Instant at, String note) {}

    /** What is decided about a request. */
    record Decision(boolean granted, String reason) {}

    /** @param erased whether it was erased at once; what is held is erased when it no longer is */
    record DecidedJson(String matter, boolean granted, boolean erased) {}

    /** Why a matter is kept whole. */
    record NewHold(String reason) {}

    @GetMapping
    RetentionJson show(Page page) {
        RetentionPage.admit(page);
        RetentionView view = views.of(page);
        return new RetentionJson(lines(view.requests()), lines(view.due()), lines(view.holds()));
    }

    private static List<LineJson> lines(List<RetentionView.Line> lines) {
        return lines.stream()
                .map(one -> new LineJson(one.number(), one.title(), one.state(), one.at(), one.note()))
                .toList();
    }

    /** Grants a request, which erases, or refuses it. */
    @PostMapping("/{number}/decision")
    DecidedJson decide(@PathVariable String number, @Body Decision decision, Page page) {
        Matter matter = desk.admitted(page, number);
        boolean erased = desk.decide(page, matter, decision.granted(), decision.reason());
        return new DecidedJson(matter.number().toString(), decision.granted(), erased);
    }

    /** Keeps a matter whole while a proceeding needs it. */
    @PostMapping("/{number}/hold")
    RetentionJson hold(@PathVariable String number, @Body NewHold wanted, Page page) {
        Matter matter = desk.admitted(page, number);
        requests.hold(matter.id(), RetentionPage.reason(wanted.reason()), page.reader());
        return show(page);
    }

    /** Lets it go again. */
    @PostMapping("/{number}/lifting")
    RetentionJson lift(@PathVariable String number, Page page) {
        requests.lift(desk.admitted(page, number).id());
        return show(page);
    }
}

package org.huiyin.circuit;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.api.Body;
import org.huiyin.circuit.CircuitJson.FindingJson;
import org.huiyin.circuit.CircuitJson.VisitJson;
import org.huiyin.evidence.Attachments;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Visits of circuit supervision groups for programs, such as an app on the members' phones. */
@RestController
@RequestMapping("/api/v1")
class VisitApi {

    private final Visits visits;
    private final VisitPage pages;
    private final VisitViews views;
    private final CircuitReading reading;
    private final Arrangements arrangements;
    private final Attachments attachments;

    VisitApi(
            Visits visits,
            VisitPage pages,
            VisitViews views,
            CircuitReading reading,
            Arrangements arrangements,
            Attachments attachments) {
        this.visits = visits;
        this.pages = pages;
        this.views = views;
        this.reading = reading;
        this.arrangements = arrangements;
        this.attachments = attachments;
    }

    /**
     * A visit to be written down.
     *
     * @param visitors the posts of the members who went
     * @param people whom they met there
     */
    record NewVisit(
            int unit,
            LocalDate on,
            List<Long> visitors,
            String people,
            String notes,
            @Nullable List<String> photos) {}

    /** A visit and what was found there. */
    record VisitedJson(VisitJson visit, List<FindingJson> findings) {}

    @PostMapping("/circuits/{id}/visits")
    @ResponseStatus(HttpStatus.CREATED)
    @Scoped(Scope.SUPERVISION_WRITE)
    VisitedJson write(@PathVariable String id, @Body NewVisit wanted, Page page) {
        VisitPage.Going going = pages.going(page, id, wanted.unit());
        Map<String, Object> given = new HashMap<>();
        given.put("on", wanted.on());
        given.put("visitors", wanted.visitors());
        given.put("people", wanted.people());
        given.put("notes", wanted.notes());
        given.put("key", UUID.randomUUID());
        Typed typed = new Typed(Filled.with(given));
        Typed.refuse(
                page,
                arrangements.visit(
                        going.group(),
                        going.circuit(),
                        typed,
                        wanted.unit(),
                        page.formats().today()));
        List<String> photos = wanted.photos() == null ? List.of() : wanted.photos();
        long visit = visits.write(
                going.circuit().id(),
                page.reader(),
                VisitPage.wanted(wanted.unit(), typed, attachments.mustHold(page.reader(), photos)),
                GroupPage.now(page));
        return show(Long.toString(visit), page);
    }

    @GetMapping("/circuit-visits/{id}")
    @Scoped(Scope.SUPERVISION_READ)
    VisitedJson show(@PathVariable String id, Page page) {
        VisitViews.Seen seen = views.visit(page, id);
        CircuitJson round = reading.of(page, seen.group(), seen.circuit());
        return new VisitedJson(
                round.visits().stream()
                        .filter(one -> one.id() == seen.visit().id())
                        .findFirst()
                        .orElseThrow(VisitViews::unknown),
                round.findings().stream()
                        .filter(one -> one.visit() == seen.visit().id())
                        .toList());
    }
}

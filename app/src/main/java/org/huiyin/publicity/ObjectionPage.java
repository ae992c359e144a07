package org.huiyin.publicity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.huiyin.assessment.PublicNotice;
import org.huiyin.frame.CallerAddress;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What is on public notice, and the form by which anybody objects to it. */
@Controller
class ObjectionPage {

    static final int LISTED = 30;
    private static final int SHORTEST = 10;
    private static final int LONGEST = 2000;

    private final StaticTemplates templates = new StaticTemplates();
    private final Objectors objectors;
    private final MatterObjections matters;
    private final PublicNotice notice;

    ObjectionPage(Objectors objectors, MatterObjections matters, PublicNotice notice) {
        this.objectors = objectors;
        this.matters = matters;
        this.notice = notice;
    }

    @GetMapping("/objections")
    JteModel all(Page page) {
        return templates.publicityObjections(page, matters.undecided(page), notice.latest(page, LISTED));
    }

    @GetMapping("/objections/new")
    JteModel ask(
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String ranking,
            Page page) {
        return templates.publicityObject(
                page, form(page, matter, ranking, UUID.randomUUID().toString()));
    }

    /** Takes an objection. The form has a field nobody sees; what fills in everything it finds fills that in too. */
    @PostMapping("/objections")
    ResponseEntity<JteModel> raise(
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String ranking,
            @RequestParam Map<String, String> sent,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        String key = sent.getOrDefault("key", "");
        ObjectionForm form = form(
                page,
                matter,
                ranking,
                key.matches("[A-Za-z0-9-]{8,60}") ? key : UUID.randomUUID().toString());
        String words = sent.getOrDefault("objection", "").strip().replace("\r\n", "\n");
        int length = words.codePointCount(0, words.length());
        if (length < SHORTEST || length > LONGEST) {
            return again(page, form.refused(words, page.t("publicity.object.length", SHORTEST, LONGEST)), 422);
        }
        if (!sent.getOrDefault("website", "").isEmpty()) {
            return again(page, form.refused(words, page.t("publicity.object.machine")), 422);
        }
        if (!objectors.admit(CallerAddress.of(request))) {
            return again(page, form.refused(words, page.t("publicity.object.often", Objectors.AN_HOUR)), 429);
        }
        return form.kind().equals("matter")
                ? toMatter(page, form, words, response)
                : toRanking(page, form, words, response);
    }

    private ResponseEntity<JteModel> toMatter(
            Page page, ObjectionForm form, String words, HttpServletResponse response) {
        return switch (matters.raise(page, form.what(), words, form.key())) {
            case MatterObjections.Raised.Done(var decideBy) -> done(page, form, decideBy, response);
            case MatterObjections.Raised.Refused(var why, var status) -> again(page, form.refused(words, why), status);
        };
    }

    private ResponseEntity<JteModel> toRanking(
            Page page, ObjectionForm form, String words, HttpServletResponse response) {
        return switch (notice.raise(page, Long.parseLong(form.what()), words, form.key())) {
            case PublicNotice.Raised.Done(var decideBy) -> done(page, form, decideBy, response);
            case PublicNotice.Raised.Over(var until) ->
                again(page, form.refused(words, page.t("publicity.object.over", until)), 409);
            case PublicNotice.Raised.Replaced replaced ->
                again(page, form.refused(words, page.t("publicity.object.replaced")), 409);
            case PublicNotice.Raised.NobodyDecides nobody ->
                again(page, form.refused(words, page.t("publicity.object.nobody")), 409);
        };
    }

    private static ResponseEntity<JteModel> done(
            Page page, ObjectionForm form, Instant decideBy, HttpServletResponse response) {
        Said.next(response, page.t("publicity.object.done", decideBy));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", form.href())
                .build();
    }

    private ResponseEntity<JteModel> again(Page page, ObjectionForm form, int status) {
        return ResponseEntity.status(status).body(templates.publicityObject(page, form));
    }

    private ObjectionForm form(Page page, String matter, String ranking, String key) {
        if (!matter.isEmpty()) {
            return matters.form(page, matter, key).orElseThrow(ObjectionPage::none);
        }
        long id = ranking.matches("[0-9]{1,18}") ? Long.parseLong(ranking) : 0;
        PublicNotice.Noticed noticed = notice.noticed(page, id).orElseThrow(ObjectionPage::none);
        return new ObjectionForm(
                "ranking", ranking, noticed.title(), "/board/rankings/" + id, noticed.until(), key, "", null);
    }

    private static ProblemException none() {
        return new ProblemException(Problem.of("not-found", 404));
    }
}

package org.huiyin.assessment;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.List;
import org.huiyin.frame.BoardCounts;
import org.huiyin.frame.Page;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Published rankings for everybody, down to the matters behind each figure. */
@Controller
class OpenRankingPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final OpenRankings rankings;
    private final PublicNotice notice;
    private final BoardCounts counts;

    OpenRankingPage(OpenRankings rankings, PublicNotice notice, BoardCounts counts) {
        this.notice = notice;
        this.rankings = rankings;
        this.counts = counts;
    }

    @GetMapping("/board/rankings")
    JteModel all(@RequestParam(defaultValue = "") String before, Page page) {
        List<OpenRankingView.Listed> listed = rankings.list(page, before.isEmpty() ? Long.MAX_VALUE : number(before));
        boolean more = listed.size() > OpenRankings.LISTED;
        List<OpenRankingView.Listed> shown = more ? listed.subList(0, OpenRankings.LISTED) : listed;
        return templates.assessmentOpenrankings(
                page,
                counts.now(),
                shown,
                more ? "/board/rankings?before=" + shown.getLast().id() : null);
    }

    @GetMapping("/board/rankings/{id}")
    JteModel one(@PathVariable String id, Page page) {
        OpenRankings.Opened one = rankings.open(number(id));
        long number = one.published().id();
        return templates.assessmentOpenranking(
                page,
                rankings.view(page, one),
                notice.of(page, number),
                notice.noticed(page, number).orElseThrow(OpenRankings::none));
    }

    @GetMapping("/board/rankings/{id}/figure")
    JteModel figure(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String measure,
            Page page) {
        return templates.assessmentOpenfigure(
                page, rankings.figure(page, rankings.open(number(id)), unit(unit), measure));
    }

    @GetMapping("/board/rankings/{id}/matters")
    JteModel behind(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String unit,
            @RequestParam(defaultValue = "") String part,
            @RequestParam(defaultValue = "") String after,
            Page page) {
        return templates.assessmentOpenmatters(
                page, rankings.behind(page, rankings.open(number(id)), unit(unit), part, after));
    }

    /** The ranking as it was frozen, byte for byte: its SHA-256 is the fingerprint. */
    @GetMapping("/board/rankings/{id}/result.json")
    ResponseEntity<byte[]> result(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .body(rankings.open(number(id)).published().result());
    }

    private static long number(String written) {
        if (!written.matches("[0-9]{1,18}")) {
            throw OpenRankings.none();
        }
        return Long.parseLong(written);
    }

    private static int unit(String written) {
        if (!written.matches("[0-9]{1,9}")) {
            throw OpenRankings.none();
        }
        return Integer.parseInt(written);
    }
}

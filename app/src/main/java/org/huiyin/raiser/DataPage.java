package org.huiyin.raiser;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.Matter;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where raisers read and take along what is held of them, and ask for it to be erased. */
@Controller
class DataPage {

    private static final int MOST = 1000;

    private final StaticTemplates templates = new StaticTemplates();
    private final Owned owned;
    private final Holdings holdings;
    private final ErasureRequests requests;
    private final Due due;

    DataPage(Owned owned, Holdings holdings, ErasureRequests requests, Due due) {
        this.owned = owned;
        this.holdings = holdings;
        this.requests = requests;
        this.due = due;
    }

    @GetMapping("/m/{number}/data")
    JteModel show(@PathVariable String number, Page page, HttpServletRequest request) {
        Matter matter = owned.matter(page, number, request);
        ErasureRequests.Request asked = requests.of(matter.id());
        int years = due.rules().stream()
                .filter(rule -> rule.programme().equals(matter.programme()))
                .mapToInt(Retention::years)
                .findFirst()
                .orElse(0);
        boolean decided = asked.decidedAt() != null;
        return templates.raiserData(
                page,
                new DataView(
                        matter.number().toString(),
                        holdings.told(page, matter),
                        owned.openings(page, matter),
                        years,
                        decided && !asked.granted() ? null : asked.askedAt(),
                        decided && !asked.granted() ? asked.reason() : null,
                        decided && asked.granted() ? asked.reason() : null,
                        asked.anonymisedAt(),
                        page.reader().signedIn() && !page.reader().staff(),
                        !page.reader().staff()));
    }

    @GetMapping(path = "/m/{number}/data.json", produces = "application/json")
    ResponseEntity<Map<String, Object>> whole(@PathVariable String number, Page page, HttpServletRequest request) {
        Matter matter = owned.matter(page, number, request);
        return file(matter.number() + ".json", holdings.whole(page, matter));
    }

    /** All matters of the account, with the account itself. */
    @GetMapping(path = "/account/data.json", produces = "application/json")
    ResponseEntity<Map<String, Object>> all(Page page) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("name", page.reader().name());
        whole.put("account", page.reader().account());
        whole.put(
                "matters",
                owned.all(page, MOST).stream()
                        .map(matter -> holdings.whole(page, matter))
                        .toList());
        return file("huiyin.json", whole);
    }

    @PostMapping("/m/{number}/data/erasure")
    ResponseEntity<Void> ask(
            @PathVariable String number, Page page, HttpServletRequest request, HttpServletResponse response) {
        Matter matter = owned.matter(page, number, request);
        if (page.reader().staff()) {
            throw new ProblemException(Problem.of("staff-not-raiser", 403));
        }
        requests.ask(matter.id());
        Said.next(response, page.t("raiser.data.asked"));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/m/" + matter.number() + "/data")
                .build();
    }

    private static ResponseEntity<Map<String, Object>> file(String name, Map<String, Object> content) {
        return ResponseEntity.ok()
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .header("Cache-Control", "no-store")
                .body(content);
    }
}

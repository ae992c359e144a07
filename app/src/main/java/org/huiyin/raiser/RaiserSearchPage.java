package org.huiyin.raiser;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.List;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the office finds all matters of one telephone, for a reason that is kept. The telephone never stands in an address. */
@Controller
class RaiserSearchPage {

    private static final String PHONE = "\\+?[0-9][0-9 ()-]{4,24}";

    private final StaticTemplates templates = new StaticTemplates();
    private final SameRaiser same;

    RaiserSearchPage(SameRaiser same) {
        this.same = same;
    }

    @GetMapping("/desk/raisers")
    JteModel show(Page page) {
        admit(page);
        return templates.raiserSearch(page, "", "", null);
    }

    @PostMapping("/desk/raisers")
    ResponseEntity<JteModel> search(
            @RequestParam(defaultValue = "") String phone, @RequestParam(defaultValue = "") String reason, Page page) {
        admit(page);
        String asked = phone.strip();
        String why = reason.strip().replaceAll("\\p{Cntrl}", " ");
        if (!asked.matches(PHONE) || why.length() < 2 || why.length() > 200) {
            return ResponseEntity.status(422).body(templates.raiserSearch(page, "", why, null));
        }
        List<RaisedRow> found = same.search(page, asked, why);
        return ResponseEntity.ok(templates.raiserSearch(page, asked, why, found));
    }

    private static void admit(Page page) {
        if (!SameRaiser.maySearch(page.reader())) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
    }
}

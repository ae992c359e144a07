package org.huiyin.worklist;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.frame.Said;
import org.huiyin.matter.MatterLookup;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Form;
import org.huiyin.track.Discretion;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;

/** One step on many matters: the marked rows, the one form, and what came of each. */
@Controller
class BulkPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final MatterLookup lookup;
    private final Bulk bulk;
    private final Organisation organisation;

    BulkPage(MatterLookup lookup, Bulk bulk, Organisation organisation) {
        this.lookup = lookup;
        this.bulk = bulk;
        this.organisation = organisation;
    }

    /** Shows the form for the marked rows. */
    @PostMapping("/desk/selection")
    JteModel select(Page page, HttpServletRequest request) {
        Selection selection = Selection.of(page, lookup, Filled.of(request));
        return templates.worklistBulkform(page, form(page, selection, Filled.EMPTY));
    }

    /** Takes the step on every marked row. */
    @PostMapping("/desk/steps")
    ResponseEntity<JteModel> take(Page page, HttpServletRequest request, HttpServletResponse response) {
        Selection selection = Selection.of(page, lookup, Filled.of(request));
        Form form = BulkForm.softened(page, selection.rule().form());
        Form.Checked checked =
                form.check(selection.filled().raw(form), false, page.formats().today());
        if (!checked.errors().isEmpty()) {
            Filled wrong = selection.filled().wrong(checked.errors());
            return ResponseEntity.status(422).body(templates.worklistBulkform(page, form(page, selection, wrong)));
        }
        BulkResult result = bulk.take(page, selection, checked.values(), key(selection.filled()));
        if (result.lines().size() == 1 && result.done() == 1) {
            Said.next(response, result.lines().getFirst().text());
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", result.from().path())
                    .build();
        }
        return ResponseEntity.ok(templates.worklistBulkresult(page, result));
    }

    private BulkForm form(Page page, Selection selection, Filled filled) {
        List<BulkForm.Marked> marked = selection.rows().entrySet().stream()
                .map(row -> new BulkForm.Marked(
                        row.getKey().number() + ":" + row.getValue(),
                        row.getKey().number().toString(),
                        Discretion.of(lookup, page.reader(), row.getKey()).title(row.getKey())))
                .toList();
        UnitAdvice.Advised advised = bulk.advised(page, selection);
        return new BulkForm(
                selection.rule(),
                BulkForm.softened(page, selection.rule().form()),
                filled == Filled.EMPTY ? bulk.proposed(selection) : filled,
                Options.of(organisation, page.locale())
                        .suggesting(page.t("worklist.suggested"), bulk.suggested(selection), advised.units()),
                advised.shown(),
                key(selection.filled()),
                marked,
                selection.from());
    }

    private static String key(Filled filled) {
        String key = filled.value("key");
        return key.matches("[A-Za-z0-9-]{8,40}") ? key : UUID.randomUUID().toString();
    }
}

package org.huiyin.worklist;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import org.huiyin.frame.Page;
import org.huiyin.frame.Said;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff see what the public reads of a matter and correct what is blanked, each place with one press. Every correction is a step. */
@Controller
class PublicWordsPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final MatterLookup lookup;
    private final PublicWordsViews views;
    private final PublicCorrections corrections;

    PublicWordsPage(MatterLookup lookup, PublicWordsViews views, PublicCorrections corrections) {
        this.lookup = lookup;
        this.views = views;
        this.corrections = corrections;
    }

    @GetMapping("/desk/matters/{number}/public-words")
    JteModel show(@PathVariable String number, Page page) {
        Matter matter = Numbers.visible(lookup, page, number);
        corrections.rule(page, matter);
        return templates.worklistPublicwords(page, views.of(page, matter));
    }

    /** Lets a stretch be read ({@code release}), or blanks words wherever they stand in the text. */
    @PostMapping("/desk/matters/{number}/public-words")
    ResponseEntity<Void> correct(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String release,
            @RequestParam(defaultValue = "") String words,
            Page page,
            HttpServletResponse response) {
        Matter matter = Numbers.visible(lookup, page, number);
        int done = corrections.make(page, matter, new PublicCorrections.Wanted(text, release, words));
        Said.next(response, page.t(release.isEmpty() ? "worklist.public.blanked" : "worklist.public.released", done));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/desk/matters/" + matter.number() + "/public-words#t" + text)
                .build();
    }
}

package org.huiyin.worklist;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.nio.charset.StandardCharsets;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.MatterLookup;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Papers about a matter: to be printed, or as a Word file. */
@Controller
class OfficePaperPage {

    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final StaticTemplates templates = new StaticTemplates();
    private final MatterLookup lookup;
    private final OfficePapers papers;

    OfficePaperPage(MatterLookup lookup, OfficePapers papers) {
        this.lookup = lookup;
        this.papers = papers;
    }

    @GetMapping("/desk/matters/{number}/papers/{name}")
    JteModel show(@PathVariable String number, @PathVariable String name, Page page) {
        return templates.worklistPaper(page, paper(page, number, name));
    }

    @GetMapping("/desk/matters/{number}/papers/{name}/word")
    ResponseEntity<byte[]> word(@PathVariable String number, @PathVariable String name, Page page) {
        OfficePaper paper = paper(page, number, name);
        return ResponseEntity.ok()
                .contentType(WORD)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(paper.title() + paper.number() + ".docx", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(papers.word(page, paper));
    }

    private OfficePaper paper(Page page, String number, String name) {
        return papers.paper(page, Numbers.visible(lookup, page, number), name)
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
    }
}

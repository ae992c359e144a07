package org.huiyin.translog;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Step;
import org.huiyin.track.Qr;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The receipts of a matter's steps, to be kept and checked by anybody: a page of them, and each as a file. */
@Controller
class ProofsPage {

    /** A QR code of more is no longer read off paper. */
    private static final int MOST_QR_BYTES = 2_200;

    private final StaticTemplates templates = new StaticTemplates();
    private final MatterLookup lookup;
    private final Bearers bearers;
    private final Receipts receipts;
    private final Waiting waiting;

    ProofsPage(MatterLookup lookup, Bearers bearers, Receipts receipts, Waiting waiting) {
        this.lookup = lookup;
        this.bearers = bearers;
        this.receipts = receipts;
        this.waiting = waiting;
    }

    @GetMapping("/m/{number}/proofs")
    ResponseEntity<JteModel> list(@PathVariable String number, Page page, HttpServletRequest request) {
        Matter matter = matter(number);
        Bearers.Bearer bearer = bearer(page, matter, request);
        List<Step> steps = bearer.steps();
        int last = steps.isEmpty() ? 0 : steps.getLast().seq();
        Optional<Receipt> newest = last == 0 ? Optional.empty() : receipts.of(matter.number(), last, told -> false);
        List<ProofsView.Row> rows = steps.reversed().stream()
                .map(step -> row(page, matter, step, step.seq() == last && newest.isEmpty()))
                .toList();
        ProofsView view = new ProofsView(
                matter.number().toString(),
                bearer.raiser(),
                rows,
                newest.map(Receipt::bare)
                        .map(Receipt::written)
                        .filter(ProofsPage::fits)
                        .map(Qr::of)
                        .orElse(null),
                newest.map(Receipt::index).orElse(-1L),
                newest.map(receipt -> Checkpoint.parse(
                                        Note.parse(receipt.checkpoint()).text())
                                .size())
                        .orElse(0L));
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (newest.isEmpty()) {
            // its place comes within two seconds; the page asks again by itself, also without script
            answer.header("Refresh", "2");
        }
        return answer.body(templates.translogProofs(page, view));
    }

    private ProofsView.Row row(Page page, Matter matter, Step step, boolean waits) {
        String title = lookup.programmeOf(matter)
                .step(step.name())
                .map(rule -> page.t(rule.title()))
                .orElse(step.name());
        return new ProofsView.Row(step.seq(), title, step.occurredAt(), waits);
    }

    private static boolean fits(String written) {
        return written.getBytes(StandardCharsets.UTF_8).length <= MOST_QR_BYTES;
    }

    @GetMapping("/m/{number}/proofs/{sequence}")
    ResponseEntity<String> one(
            @PathVariable String number, @PathVariable String sequence, Page page, HttpServletRequest request)
            throws InterruptedException {
        Matter matter = matter(number);
        Bearers.Bearer bearer = bearer(page, matter, request);
        Step step = bearer.steps().stream()
                .filter(known -> Integer.toString(known.seq()).equals(sequence))
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.of("no-such-step", 404)));
        Supplier<Optional<Receipt>> made = () -> receipts.of(matter.number(), step.seq(), bearer.mayBeTold(step));
        Receipt receipt =
                waiting.until(made).orElseThrow(() -> new ProblemException(Problem.of("not-placed-yet", 404)));
        String name = "huiyin-proof-" + matter.number() + "-" + step.seq() + ".json";
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(receipt.written());
    }

    private Matter matter(String number) {
        try {
            return lookup.find(MatterNumber.parse(number.length() > 40 ? "" : number))
                    .orElseThrow(ProofsPage::none);
        } catch (IllegalArgumentException e) {
            throw none();
        }
    }

    private Bearers.Bearer bearer(Page page, Matter matter, HttpServletRequest request) {
        return bearers.of(page.reader(), matter, request).orElseThrow(ProofsPage::none);
    }

    private static ProblemException none() {
        return new ProblemException(Problem.of("no-such-matter", 404));
    }
}

package org.huiyin.sample;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The samples as anybody may check them: commitments, seeds, and the lists they were drawn from. */
@Controller
class SamplePage {

    private static final int MOST = 48;

    private final StaticTemplates templates = new StaticTemplates();
    private final Samples samples;
    private final Organisation organisation;

    SamplePage(Samples samples, Organisation organisation) {
        this.samples = samples;
        this.organisation = organisation;
    }

    @GetMapping("/board/samples")
    JteModel all(Page page) {
        return templates.sampleSamples(
                page,
                samples.all(MOST).stream()
                        .map(one -> new SampleRow(
                                one.programme(),
                                one.kind(),
                                one.month().toString(),
                                one.commitment(),
                                one.committedAt(),
                                one.seed(),
                                one.drawnAt(),
                                one.percent()))
                        .toList());
    }

    /** The list a sample was drawn from, as CSV: number, unit, place in the order of the lot, drawn or not. */
    @GetMapping("/board/samples/{programme}/{kind}/{month}")
    ResponseEntity<byte[]> list(@PathVariable String programme, @PathVariable String kind, @PathVariable String month) {
        Samples.Sample sample = samples.find(programme, kind, month(month))
                .filter(found -> found.seed() != null)
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
        List<Lot.Drawn> members = samples.members(sample);
        StringBuilder csv = new StringBuilder("matter,unit,place,drawn\n");
        for (Lot.Drawn one : members) {
            csv.append(one.matter())
                    .append(',')
                    .append(organisation
                            .units()
                            .find(one.unit())
                            .map(Unit::code)
                            .orElse(""))
                    .append(',')
                    .append(one.place())
                    .append(',')
                    .append(one.chosen() ? 1 : 0)
                    .append('\n');
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(kind + "-" + month + ".csv", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    static YearMonth month(String written) {
        try {
            return YearMonth.parse(written);
        } catch (DateTimeParseException e) {
            throw new ProblemException(Problem.of("not-found", 404));
        }
    }
}

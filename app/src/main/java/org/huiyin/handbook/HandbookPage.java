package org.huiyin.handbook;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Draws the programmes in force and lists their rules, for staff. */
@Controller
class HandbookPage {

    private final Programmes programmes;
    private final InstantSource clock;
    private final ZoneId zone;
    private final StaticTemplates templates = new StaticTemplates();

    HandbookPage(Programmes programmes, InstantSource clock, @Value("${huiyin.zone}") ZoneId zone) {
        this.programmes = programmes;
        this.clock = clock;
        this.zone = zone;
    }

    @GetMapping("/desk/programmes")
    JteModel all(Page page) {
        List<Programme> inForce = programmes.newest().stream()
                .map(Programme::name)
                .map(this::inForce)
                .flatMap(Optional::stream)
                .toList();
        return templates.handbookProgrammes(page, inForce);
    }

    @GetMapping("/desk/programmes/{name}")
    JteModel one(Page page, @PathVariable String name) {
        Programme programme = inForce(name).orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
        return templates.handbookProgramme(
                page, programme, ChartSvg.of(programme, page.locale()), StepRow.all(programme, page));
    }

    private Optional<Programme> inForce(String name) {
        return programmes.inForce(name, LocalDate.ofInstant(clock.instant(), zone));
    }
}

package org.huiyin.mechanism;

import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.List;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Organisation;
import org.huiyin.register.CardPart;
import org.huiyin.register.Entries;
import org.huiyin.register.Register;
import org.huiyin.register.Registers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The page of whoever stands in a register with their sign-in: an organisation that grants wishes, a service officer, an enterprise. It shows
 * what features say of the entry, and of nobody else; to an account also what it took upon itself.
 */
@Controller
class OwnPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Registers registers;
    private final Entries entries;
    private final Organisation organisation;
    private final HeldViews held;
    private final List<CardPart> parts;

    OwnPage(
            Registers registers,
            Entries entries,
            Organisation organisation,
            HeldViews held,
            ObjectProvider<CardPart> parts) {
        this.registers = registers;
        this.entries = entries;
        this.organisation = organisation;
        this.held = held;
        this.parts = parts.orderedStream().toList();
    }

    @GetMapping("/own")
    JteModel own(Page page) {
        if (!page.reader().signedIn()) {
            throw new ProblemException(Problem.of("sign-in-first", 401));
        }
        List<OwnView> mine = entries.ofAccount(page.reader().account()).stream()
                .map(entry -> {
                    Register register = registers.of(entry.register());
                    List<Content> shown = parts.stream()
                            .flatMap(part -> part.of(page, register, entry).stream())
                            .toList();
                    return new OwnView(
                            entry.name(),
                            page.t(register.one()),
                            register.label(entry.number()),
                            organisation.places().path(entry.place(), page.locale()),
                            shown);
                })
                .toList();
        List<ClaimView.Holding> holdings = held.of(page, page.reader());
        if (mine.isEmpty() && holdings.isEmpty()) {
            throw new ProblemException(Problem.of("no-entry", 403));
        }
        return templates.mechanismOwn(page, mine, holdings);
    }
}

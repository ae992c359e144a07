package org.huiyin.worklist;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The desk: a worklist with, on a wide screen, one matter open beside it. */
@Controller
class DeskPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final DeskViews views;
    private final MatterViews matters;
    private final MatterLookup lookup;

    DeskPage(DeskViews views, MatterViews matters, MatterLookup lookup) {
        this.views = views;
        this.matters = matters;
        this.lookup = lookup;
    }

    @GetMapping("/desk")
    ResponseEntity<JteModel> list(@RequestParam Map<String, String> parameters, Page page) {
        ListAddress address = ListAddress.of(parameters);
        Optional<MatterNumber> typed = Numbers.read(address.text());
        if (typed.isPresent()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", "/desk/matters/" + typed.get())
                    .build();
        }
        return ResponseEntity.ok(templates.worklistDesk(page, view(page, address, parameters)));
    }

    private DeskView view(Page page, ListAddress address, Map<String, String> parameters) {
        DeskView view = views.of(page, address, null);
        Optional<Matter> open = Numbers.read(parameters.getOrDefault("open", ""))
                .flatMap(lookup::find)
                .filter(matter -> lookup.mayRead(page.reader(), matter));
        return open.map(matter -> with(page, view, matter)).orElse(view);
    }

    private DeskView with(Page page, DeskView view, Matter matter) {
        String cursor = view.rows().stream()
                .filter(row -> row.number().equals(matter.number().toString()))
                .map(DeskRow::cursor)
                .findFirst()
                .orElse("");
        var visit = new MatterViews.Visit(
                view.address(),
                cursor,
                "",
                views.after(
                        page.reader(), view.address(), cursor, page.formats().now()));
        return view.with(matters.of(page, matter, visit, Optional.empty()));
    }
}

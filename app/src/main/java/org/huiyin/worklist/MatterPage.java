package org.huiyin.worklist;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One matter as colleagues see it, on a page of its own or beside its list. */
@Controller
class MatterPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final MatterLookup lookup;
    private final MatterViews views;
    private final DeskViews lists;

    MatterPage(MatterLookup lookup, MatterViews views, DeskViews lists) {
        this.lookup = lookup;
        this.views = views;
        this.lists = lists;
    }

    @GetMapping("/desk/matters/{number}")
    JteModel show(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "") String step,
            Page page) {
        return templates.worklistMatter(page, view(page, number, from, cursor, step), null, List.of(), null);
    }

    /** What stands beside the list. */
    @GetMapping("/desk/matters/{number}/beside")
    JteModel beside(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "") String step,
            Page page) {
        return templates.worklistBeside(page, view(page, number, from, cursor, step));
    }

    private MatterView view(Page page, String number, String from, String cursor, String step) {
        Matter matter = Numbers.visible(lookup, page, number);
        return views.of(page, matter, lists.visit(page, from, cursor, step), Optional.empty());
    }
}

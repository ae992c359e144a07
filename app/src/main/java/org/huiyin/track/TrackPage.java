package org.huiyin.track;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.org.Actor;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of one matter: everything for its raiser, the public facts for everybody else. */
@Controller
class TrackPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final MatterLookup lookup;
    private final Keyholders keyholders;
    private final TrackViews views;

    TrackPage(MatterLookup lookup, Keyholders keyholders, TrackViews views) {
        this.lookup = lookup;
        this.keyholders = keyholders;
        this.views = views;
    }

    @GetMapping(path = "/m/{number}", params = "!code")
    ResponseEntity<JteModel> show(@PathVariable String number, Page page, HttpServletRequest request) {
        Optional<Matter> matter = MatterPath.number(number).flatMap(lookup::find);
        Actor actor = matter.map(found -> keyholders.actor(page.reader(), found, request))
                .orElse(page.reader());
        if (matter.isEmpty() || !mayShow(matter.get(), actor)) {
            return ResponseEntity.status(404).body(templates.trackClosed(page, shown(number), null));
        }
        boolean desk = page.reader().staff() && lookup.mayRead(page.reader(), matter.get());
        return ResponseEntity.ok(
                templates.trackMatter(page, views.of(page, matter.get(), actor, Optional.empty()), desk, null));
    }

    private boolean mayShow(Matter matter, Actor actor) {
        return !matter.confidential() || lookup.raised(actor, matter);
    }

    /** A number as the page may repeat it; anything that is none is left out. */
    static String shown(String number) {
        return MatterPath.number(number).map(Object::toString).orElse("");
    }
}

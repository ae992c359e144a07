package org.huiyin.frame;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where residents begin, and what they see when the network is gone. */
@Controller
class HomePage {

    private final StaticTemplates templates = new StaticTemplates();
    private final ObjectProvider<BoardCounts> counts;
    private final ObjectProvider<HomeCards> cards;

    HomePage(ObjectProvider<BoardCounts> counts, ObjectProvider<HomeCards> cards) {
        this.counts = counts;
        this.cards = cards;
    }

    @GetMapping("/")
    JteModel home(Page page) {
        BoardCounts board = counts.getIfAvailable();
        return templates.frameHome(
                page,
                board == null ? null : board.now(),
                cards.orderedStream().flatMap(one -> one.of(page).stream()).toList());
    }

    @GetMapping("/offline")
    JteModel offline(Page page) {
        return templates.frameOffline(page);
    }

    /** Browsers that know no SVG icons ask for this; the page names the icon itself. */
    @GetMapping("/favicon.ico")
    ResponseEntity<Void> icon(Page page) {
        return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
                .header("Location", page.asset("icons/app-192.png"))
                .build();
    }
}

package org.huiyin.catalogue;

import java.util.List;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The units a matter can be given to, searched by name, code or duty; for staff. */
@RestController
class UnitCatalogue {

    private static final int FOUND_AT_MOST = 20;

    private final Organisation organisation;

    UnitCatalogue(Organisation organisation) {
        this.organisation = organisation;
    }

    record Entry(int id, String code, String name, String path, String kind, List<String> duties) {}

    @GetMapping("/units/search")
    List<Entry> search(@RequestParam String q, Page page) {
        var units = organisation.units();
        return units.search(q, FOUND_AT_MOST).stream()
                .map(unit -> new Entry(
                        unit.id(),
                        unit.code(),
                        unit.name().in(page.locale()),
                        units.path(unit.id(), page.locale()),
                        unit.kind().key(),
                        unit.duties()))
                .toList();
    }
}

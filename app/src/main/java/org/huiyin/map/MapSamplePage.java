package org.huiyin.map;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.HashMap;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The maps with made-up numbers, for those who build pages with them; stands beside {@code /_components}. */
@Controller
class MapSamplePage {

    private final StaticTemplates templates = new StaticTemplates();
    private final CityMap map;
    private final Spots spots;
    private final Organisation organisation;

    MapSamplePage(CityMap map, Spots spots, Organisation organisation) {
        this.map = map;
        this.spots = spots;
        this.organisation = organisation;
    }

    @GetMapping("/_map")
    JteModel show(Page page, @RequestParam(defaultValue = "") String place) {
        var counts = new HashMap<String, Long>();
        var places = organisation.places();
        var parent = places.find(place).or(() -> places.roots().stream().findFirst());
        parent.ifPresent(whole -> places.children(whole.code())
                .forEach(part -> counts.put(part.code(), Long.parseLong(part.code()) * 7919 % 1300)));
        var drawing = map.of(place, counts, code -> "/_map?place=" + code, page.locale());
        return templates.mapSample(page, drawing, spots.at(30.3185, 112.2612, page.locale()));
    }
}

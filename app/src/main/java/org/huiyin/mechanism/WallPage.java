package org.huiyin.mechanism;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Organisation;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A wall for everybody: what waits, what was taken up, what was done, without anybody's name. */
@Controller
class WallPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final MechanismPages pages;
    private final WallViews views;
    private final Organisation organisation;

    WallPage(MechanismPages pages, WallViews views, Organisation organisation) {
        this.pages = pages;
        this.views = views;
        this.organisation = organisation;
    }

    @GetMapping("/board/walls/{programme}")
    JteModel show(
            @PathVariable String programme,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String column,
            @RequestParam(defaultValue = "") String before,
            Page page) {
        PageRules.Wall wall = Optional.ofNullable(pages.walls().get(programme))
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
        boolean known = place.isEmpty() || organisation.places().find(place).isPresent();
        boolean numbered = before.isEmpty() || before.matches("[0-9]{1,18}");
        if (!known || !numbered || !column.isEmpty() && !wall.columns().containsKey(column)) {
            throw new ProblemException(Problem.of("not-found", 404));
        }
        long from = before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before);
        return templates.mechanismWall(page, views.of(page, new WallViews.Asked(programme, wall, place, column, from)));
    }
}

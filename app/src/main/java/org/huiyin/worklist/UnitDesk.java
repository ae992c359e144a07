package org.huiyin.worklist;

import gg.jte.Content;
import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Worklist;
import org.huiyin.matter.Worklists;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;
import org.huiyin.org.Unit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What lies on the desks of a unit and the units below it: what is to be done today, what falls due, what is late. */
@Controller
@Order(1)
class UnitDesk implements UnitPanel {

    private static final int ROWS = 50;
    private static final int FIRST = 5;

    private final StaticTemplates templates = new StaticTemplates();
    private final Worklists worklists;
    private final Lists lists;
    private final DeskViews views;
    private final Organisation organisation;

    UnitDesk(Worklists worklists, Lists lists, DeskViews views, Organisation organisation) {
        this.worklists = worklists;
        this.lists = lists;
        this.views = views;
        this.organisation = organisation;
    }

    @Override
    public Optional<Content> of(Page page, Unit unit) {
        Instant now = page.formats().now();
        Actor desk = deskOf(page.reader(), unit);
        List<String> names = lists.of(Role.UNIT_HEAD);
        List<String> own = names.stream().filter(lists.all()::contains).toList();
        Map<String, Integer> counts = worklists.counts(desk, own, lists.all(), now);
        return Optional.of(templates.worklistUnitdesk(
                page,
                names.stream()
                        .map(name -> entry(page, unit, name, counts.getOrDefault(name, 0)))
                        .toList(),
                first(page, desk, Worklist.OVERDUE, now),
                first(page, desk, Worklist.DUE_TODAY, now),
                first(page, desk, Worklist.NEAR_DUE, now)));
    }

    private DeskView.RailEntry entry(Page page, Unit unit, String name, int count) {
        return new DeskView.RailEntry(
                name,
                lists.title(page, name),
                DeskViews.count(page, count),
                name.equals(Worklist.OVERDUE) && count > 0,
                path(unit, name),
                false,
                "");
    }

    private List<DeskRow> first(Page page, Actor desk, String list, Instant now) {
        return views.rows(
                page,
                list,
                worklists
                        .page(desk, Worklist.Query.of(list, FIRST), lists.all(), now)
                        .rows());
    }

    /** A list of the unit's desks, for readers who reach the unit. */
    @GetMapping("/units/{code}/matters")
    JteModel list(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String at,
            Page page) {
        Unit unit =
                organisation.units().find(code).orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
        if (!reaches(page.reader(), unit)) {
            throw new ProblemException(Problem.of("not-your-unit", 403));
        }
        if (!lists.knows(list)) {
            throw new ProblemException(Problem.of("not-found", 404));
        }
        Worklist.Query query =
                new Worklist.Query(list, null, null, null, null, at.isEmpty() ? null : ListAddress.after(at), ROWS);
        Worklist.Page found = worklists.page(
                deskOf(page.reader(), unit), query, lists.all(), page.formats().now());
        Worklist.After next = found.next();
        return templates.worklistUnitlist(
                page,
                unit,
                lists.title(page, list),
                views.rows(page, list, found.rows()),
                next == null ? null : path(unit, list) + "&at=" + ListAddress.cursor(next));
    }

    private static String path(Unit unit, String list) {
        return "/units/" + unit.code() + "/matters?list=" + list;
    }

    /** Whether a reader is told more of a unit than everybody is: its own people, its dispatchers, supervisors and leaders over it. */
    static boolean reaches(Actor reader, Unit unit) {
        return switch (reader.role()) {
            case HANDLER, UNIT_HEAD, DISPATCHER, SUPERVISOR, LEADER ->
                reader.reach().coversUnit(unit.id());
            case RESIDENT, GRID_WORKER, ADMIN, IMPORTER, SYSTEM -> false;
        };
    }

    /** The reader as if they reached no more than this unit and those below it. */
    private Actor deskOf(Actor reader, Unit unit) {
        Reach reach = new Reach(false, organisation.units().subtree(unit.id()), List.of());
        return new Actor(reader.account(), reader.post(), reader.unit(), reader.role(), reader.name(), reach, null);
    }
}

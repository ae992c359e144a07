package org.huiyin.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Worklist;
import org.huiyin.matter.Worklists;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.springframework.stereotype.Component;

/** A worklist as it is taken along: the rows of the page, all of them. */
@Component
class DeskSheet implements SheetList {

    private static final int ROWS = 2000;

    private final Worklists worklists;
    private final Lists lists;
    private final MatterLookup lookup;
    private final Organisation organisation;
    private final MatterColumns columns;

    DeskSheet(Worklists worklists, Lists lists, MatterLookup lookup, Organisation organisation, MatterColumns columns) {
        this.worklists = worklists;
        this.lists = lists;
        this.lookup = lookup;
        this.organisation = organisation;
        this.columns = columns;
    }

    /** A row read, and the place in the list it was read at. */
    private record Found(Matter matter, Worklist.After place) {}

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public boolean open(Actor reader) {
        return reader.staff();
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        ListAddress address = ListAddress.of(parameters).top();
        if (!lists.knows(address.list())) {
            throw new ProblemException(Problem.of("unknown-filter", 422, address.list()));
        }
        Instant now = page.formats().now();
        Actor reader = page.reader();
        var filters = new Listing.Narrowing()
                .by(
                        page.t("worklist.fact.place"),
                        address.place().isEmpty() ? "" : organisation.places().path(address.place(), page.locale()))
                .by(page.t("worklist.fact.category"), named(page, lists.categories(), address.category()))
                .by(page.t("sheet.column.urgency"), named(page, lists.urgencies(), address.urgency()))
                .by(page.t("worklist.search"), address.text());
        return new Listing<>(
                lists.title(page, address.list()),
                filters.facts(),
                columns.of(page, Found::matter),
                worklists.count(reader, address.wanted(ROWS, null), lists.all(), now),
                last -> read(worklists.page(
                        reader, address.wanted(ROWS, last == null ? null : last.place()), lists.all(), now)));
    }

    private static String named(Page page, Map<String, org.huiyin.programme.Text> names, String value) {
        var name = names.get(value);
        return name == null ? value : page.t(name);
    }

    private List<Found> read(Worklist.Page found) {
        Map<Long, Matter> matters = lookup.findAll(
                found.rows().stream().map(row -> row.number().id()).toList());
        return found.rows().stream()
                .flatMap(row -> Optional.ofNullable(matters.get(row.number().id()))
                        .map(matter -> new Found(
                                matter,
                                new Worklist.After(row.due(), row.number().id())))
                        .stream())
                .toList();
    }
}

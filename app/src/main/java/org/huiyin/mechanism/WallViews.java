package org.huiyin.mechanism;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.matter.Step;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Programme;
import org.huiyin.track.Spoken;
import org.springframework.stereotype.Component;

/** Says what everybody may know of matters on a wall: what {@link Publication} lets everybody read, and nothing else. */
@Component
class WallViews {

    private static final int OF_EACH = 12;
    private static final int OF_ONE = 30;

    private final Walls walls;
    private final MechanismPages pages;
    private final MatterLookup lookup;
    private final Organisation organisation;

    WallViews(Walls walls, MechanismPages pages, MatterLookup lookup, Organisation organisation) {
        this.walls = walls;
        this.pages = pages;
        this.lookup = lookup;
        this.organisation = organisation;
    }

    /** @param column "" for the newest of each */
    record Asked(String programme, PageRules.Wall wall, String place, String column, long before) {}

    WallView of(Page page, Asked asked) {
        List<WallView.WallColumn> columns = new ArrayList<>();
        asked.wall().columns().forEach((name, column) -> {
            if (asked.column().isEmpty() || asked.column().equals(name)) {
                columns.add(column(page, asked, name, column));
            }
        });
        return new WallView(
                page.t(asked.wall().title()),
                page.t(asked.wall().lead()),
                pages.claim(asked.programme())
                        .map(claim -> page.t(claim.call()))
                        .orElse(""),
                path(asked.programme()),
                pages.walls().entrySet().stream()
                        .map(one -> new WallView.Tab(
                                path(one.getKey()),
                                page.t(one.getValue().title()),
                                one.getKey().equals(asked.programme())))
                        .toList(),
                asked.place(),
                Options.of(organisation, page.locale()),
                asked.column(),
                columns);
    }

    private WallView.WallColumn column(Page page, Asked asked, String name, PageRules.Column column) {
        Walls.Wanted wanted = new Walls.Wanted(
                asked.programme(),
                column.states(),
                asked.place(),
                asked.column().isEmpty() ? Long.MAX_VALUE : asked.before());
        int most = asked.column().isEmpty() ? OF_EACH : OF_ONE;
        List<Long> found = walls.page(wanted, most + 1);
        boolean more = found.size() > most;
        List<Long> shown = more ? found.subList(0, most) : found;
        int count = walls.count(wanted);
        String address = path(asked.programme()) + "?column=" + name
                + (asked.place().isEmpty() ? "" : "&place=" + asked.place());
        String on = asked.column().isEmpty() ? address : address + "&before=" + (shown.isEmpty() ? 0 : shown.getLast());
        return new WallView.WallColumn(
                name,
                page.t(column.title()),
                page.t(column.none()),
                count > Walls.MOST ? page.number(Walls.MOST) + "+" : page.number(count),
                rows(page, asked.wall(), shown),
                more ? on : null,
                asked.column().isEmpty() || asked.before() == Long.MAX_VALUE ? null : address);
    }

    private List<WallView.WallRow> rows(Page page, PageRules.Wall wall, List<Long> ids) {
        Map<Long, Matter> matters = lookup.findAll(ids);
        Map<Long, List<Step>> histories = lookup.histories(ids);
        return ids.stream()
                .flatMap(id -> Stream.ofNullable(matters.get(id)))
                .flatMap(matter -> row(page, wall, matter, histories.getOrDefault(matter.id(), List.of())).stream())
                .toList();
    }

    /** Empty for what everybody knows as a count and no more. */
    Optional<WallView.WallRow> row(Page page, PageRules.Wall wall, Matter matter, List<Step> history) {
        Programme programme = lookup.programmeOf(matter);
        Publication publication = Publication.of(programme, matter, Eyes.EVERYBODY, history);
        if (publication.countsOnly() || publication.withdrawn()) {
            return Optional.empty();
        }
        Programme.Category category = programme.categories().get(matter.category());
        return Optional.of(new WallView.WallRow(
                matter.number().toString(),
                said(page, programme, publication, history, wall.says()).orElseGet(() -> publication.title(matter)),
                organisation.places().path(publication.place(matter.place()), page.locale()),
                category == null ? "" : page.t(category.title()),
                page.t(programme.state(matter.state()).title()),
                since(matter, history),
                wall.shows().entrySet().stream()
                        .flatMap(shown -> said(page, programme, publication, history, shown.getKey())
                                .map(value -> new WallView.WallFact(page.t(shown.getValue()), value))
                                .stream())
                        .toList(),
                claim(matter)));
    }

    /** Since when it stands where it stands. */
    private static java.time.Instant since(Matter matter, List<Step> history) {
        return history.reversed().stream()
                .filter(step -> step.toState().equals(matter.state())
                        && !step.fromState().equals(step.toState()))
                .map(Step::occurredAt)
                .findFirst()
                .orElse(matter.raisedAt());
    }

    /** What was last said in a field, when everybody may read it; a claim that came to nothing says nothing any more. */
    private Optional<String> said(
            Page page, Programme programme, Publication publication, List<Step> history, String name) {
        return Saying.of(history, name)
                .filter(saying -> saying.field(programme, name).isPresent() && !undone(saying.step(), history))
                .findFirst()
                .flatMap(saying -> saying.field(programme, name)
                        .filter(field -> publication.mayRead(saying.step(), field))
                        .map(field -> new Spoken(page, organisation.units(), organisation.places())
                                .say(field, publication.shown(saying.step(), field, saying.value()))));
    }

    /** Where anybody takes it upon themselves; "" when nobody can now. */
    private String claim(Matter matter) {
        return pages.claim(matter.programme())
                .flatMap(claim -> lookup.programmeOf(matter).step(claim.step()))
                .filter(rule -> rule.from().contains(matter.state()))
                .map(rule -> ClaimPage.path(matter.number()))
                .orElse("");
    }

    /** Whether the matter came back later to where this step had taken it from. */
    private static boolean undone(Step step, List<Step> history) {
        return !step.fromState().equals(step.toState())
                && history.stream()
                        .anyMatch(later ->
                                later.seq() > step.seq() && later.toState().equals(step.fromState()));
    }

    static String path(String programme) {
        return "/board/walls/" + programme;
    }
}

package org.huiyin.worklist;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.huiyin.api.Items;
import org.huiyin.api.Parameters;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Worklist;
import org.huiyin.matter.Worklists;
import org.huiyin.track.Discretion;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The worklists of a post for programs: the same rows as the desk, by the same reach. */
@RestController
@RequestMapping("/api/v1/worklists")
@Scoped(Scope.MATTERS_READ)
class WorklistApi {

    private static final Pattern CURSOR = Pattern.compile("-?[0-9a-z]{1,11}\\.[0-9a-z]{1,9}");

    private final Worklists worklists;
    private final Lists lists;
    private final MatterLookup lookup;

    WorklistApi(Worklists worklists, Lists lists, MatterLookup lookup) {
        this.worklists = worklists;
        this.lists = lists;
        this.lookup = lookup;
    }

    /**
     * A worklist.
     *
     * @param count how many wait there, counted up to 1000
     * @param more whether there are more than that
     */
    record ListJson(String name, String title, int count, boolean more) {}

    /**
     * A matter that waits.
     *
     * @param due null when nothing runs
     */
    record RowJson(
            String number,
            int version,
            String programme,
            String title,
            String place,
            String category,
            String kind,
            String urgency,
            String state,
            int round,
            @Nullable Integer lead,
            int merged,
            Instant raisedAt,
            @Nullable Instant due) {}

    @GetMapping
    Items<ListJson> all(Page page) {
        List<String> names = lists.of(page.reader().role());
        List<String> own = names.stream().filter(lists.all()::contains).toList();
        Map<String, Integer> counts = names.isEmpty()
                ? Map.of()
                : worklists.counts(
                        page.reader(), own, lists.all(), page.formats().now());
        return Items.all(names.stream()
                .map(name -> {
                    int count = counts.getOrDefault(name, 0);
                    return new ListJson(
                            name,
                            lists.title(page, name),
                            Math.min(count, Worklists.MOST_COUNTED),
                            count > Worklists.MOST_COUNTED);
                })
                .toList());
    }

    @GetMapping("/{list}")
    Items<RowJson> rows(
            @PathVariable String list,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String urgency,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String limit,
            Page page) {
        if (!lists.knows(list)) {
            throw new ProblemException(Problem.of("not-found", 404));
        }
        int most = Items.limit(limit);
        Worklist.After from =
                Parameters.cursor(after, CURSOR, ListAddress::after).orElse(null);
        ListAddress address =
                ListAddress.of(Map.of("list", list, "place", place, "category", category, "urgency", urgency, "q", q));
        narrowed("place", place, address.place());
        narrowed("category", category, address.category());
        narrowed("urgency", urgency, address.urgency());
        Worklist.Page found = worklists.page(
                page.reader(),
                address.wanted(most, from),
                lists.all(),
                page.formats().now());
        Map<Long, Matter> matters = lookup.findAll(
                found.rows().stream().map(row -> row.number().id()).toList());
        Worklist.After next = found.next();
        return new Items<>(
                found.rows().stream()
                        .filter(row -> matters.containsKey(row.number().id()))
                        .map(row -> row(page, row, matters))
                        .toList(),
                next == null ? null : Items.next(ListAddress.cursor(next)));
    }

    /** A word that was understood as none is refused: it would show everything. */
    private static void narrowed(String name, String given, String read) {
        if (!given.equals(read)) {
            throw Parameters.wrong(name);
        }
    }

    private RowJson row(Page page, Worklist.Row row, Map<Long, Matter> matters) {
        Matter matter =
                java.util.Objects.requireNonNull(matters.get(row.number().id()));
        Discretion discretion = Discretion.of(lookup, page.reader(), matter);
        return new RowJson(
                row.number().toString(),
                row.version(),
                row.programme(),
                discretion.title(matter),
                discretion.place(row.place()),
                row.category(),
                row.kind(),
                row.urgency(),
                row.state(),
                row.round(),
                row.lead(),
                row.merged(),
                row.raisedAt(),
                row.hasDue() ? row.due() : null);
    }
}

package org.huiyin.worklist;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.api.Parameters;
import org.huiyin.frame.ClockFace;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.track.Unsealings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a colleague finds beside a matter, for programs: its clocks day by day, who raised it, and the lists kept under a name. */
@RestController
@RequestMapping("/api/v1")
class DeskApi {

    private static final int LONGEST_NAME = 30;

    private final MatterLookup lookup;
    private final ClockFaces faces;
    private final Unsealings unsealings;
    private final SavedViews views;

    DeskApi(MatterLookup lookup, ClockFaces faces, Unsealings unsealings, SavedViews views) {
        this.lookup = lookup;
        this.faces = faces;
        this.unsealings = unsealings;
        this.views = views;
    }

    /**
     * A clock.
     *
     * @param stage {@code running}, {@code near}, {@code late}, {@code paused} or {@code stopped}
     * @param due null while it stands still
     * @param unit the co-handler it runs for; null for the matter's own
     * @param provisional whether the holidays of a year it reaches into are not published yet
     * @param days every day that was counted or skipped, and why
     */
    record ClockJson(
            String name,
            String title,
            String stage,
            @Nullable Instant due,
            @Nullable Integer unit,
            int round,
            boolean provisional,
            List<String> days) {}

    /** Why a raiser's identity is opened. */
    record Reason(String reason) {}

    /** What is sealed about a raiser, opened. */
    record Raiser(Map<String, Object> fields) {}

    /** A list kept under a name. */
    record ViewJson(long id, String name, String query) {}

    /**
     * A list to be kept.
     *
     * @param query as the address of the desk has it: {@code list=to-sign&place=421002}
     */
    record NewView(String name, String query) {}

    @GetMapping("/matters/{number}/clocks")
    @Scoped(Scope.MATTERS_READ)
    Items<ClockJson> clocks(@PathVariable String number, Page page) {
        Matter matter = Numbers.visible(lookup, page, number);
        var programme = lookup.programmeOf(matter);
        return Items.all(matter.clocks().stream()
                .map(clock -> {
                    ClockFace face = faces.explained(page, programme, clock);
                    return new ClockJson(
                            clock.name(),
                            face.name(),
                            face.stage().key(),
                            clock.paused() ? null : clock.deadline().due(),
                            clock.unit(),
                            clock.round(),
                            clock.deadline().provisional(),
                            face.why());
                })
                .toList());
    }

    /** Opens the sealed identity of a raiser; it is logged and told to the raiser. */
    @PostMapping("/matters/{number}/unsealing")
    @Scoped(Scope.IDENTITY)
    Raiser unseal(@PathVariable String number, @Body Reason wanted, Page page) {
        Matter matter = Numbers.visible(lookup, page, number);
        UnsealingPage.open(page, lookup, unsealings, matter, wanted.reason());
        Map<String, Object> fields = new LinkedHashMap<>();
        lookup.unsealed(matter.number()).values().forEach(fields::putAll);
        return new Raiser(fields);
    }

    @GetMapping("/views")
    @Scoped(Scope.MATTERS_READ)
    Items<ViewJson> views(Page page) {
        return Items.all(views.of(page.reader().account()).stream()
                .map(view -> new ViewJson(view.id(), view.name(), view.query()))
                .toList());
    }

    /** Keeps a list under a name, in place of one of the same name. */
    @PostMapping("/views")
    @ResponseStatus(HttpStatus.CREATED)
    @Scoped(Scope.MATTERS_READ)
    Items<ViewJson> keep(@Body NewView wanted, Page page) {
        String name = wanted.name().strip().replaceAll("\\p{Cntrl}", "");
        if (name.isEmpty() || name.codePointCount(0, name.length()) > LONGEST_NAME) {
            throw Parameters.wrong("name");
        }
        ListAddress address = ListAddress.parse(wanted.query());
        if (address.list().isEmpty()) {
            throw Parameters.wrong("query");
        }
        if (!views.keep(page.reader().account(), name, address.top().query())) {
            throw new ProblemException(
                    Problem.of("refused", 409).because(page.t("worklist.view.too-many", SavedViews.MOST)));
        }
        return views(page);
    }

    @DeleteMapping("/views/{id}")
    @Scoped(Scope.MATTERS_READ)
    ResponseEntity<Void> remove(@PathVariable String id, Page page) {
        if (id.matches("[0-9]{1,18}")) {
            views.remove(page.reader().account(), Long.parseLong(id));
        }
        return ResponseEntity.noContent().build();
    }
}

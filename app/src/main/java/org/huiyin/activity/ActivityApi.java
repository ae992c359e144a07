package org.huiyin.activity;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.activity.ActivityJson.DoneJson;
import org.huiyin.activity.ActivityJson.PlanJson;
import org.huiyin.activity.ActivityJson.WholeJson;
import org.huiyin.api.Body;
import org.huiyin.api.Items;
import org.huiyin.api.Parameters;
import org.huiyin.evidence.Attachments;
import org.huiyin.evidence.Held;
import org.huiyin.evidence.Holder;
import org.huiyin.frame.Page;
import org.huiyin.intake.IdempotencyKey;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Activities for programs, by the same rules as on the pages. */
@RestController
@RequestMapping("/api/v1/activities")
class ActivityApi {

    private final ActivityLists lists;
    private final Shown shown;
    private final Acting acting;
    private final People people;
    private final Attachments attachments;

    ActivityApi(ActivityLists lists, Shown shown, Acting acting, People people, Attachments attachments) {
        this.attachments = attachments;
        this.lists = lists;
        this.shown = shown;
        this.acting = acting;
        this.people = people;
    }

    /** What is to be planned. */
    record NewActivity(String kind, PlanJson plan) {}

    /**
     * Who was there.
     *
     * @param who of the list, as {@code post:7}; with a reason also others
     * @param at when; left out for now
     * @param reason why by hand; left out by the list
     */
    record Attendance(
            int session,
            List<String> who,
            @Nullable Instant at,
            @Nullable String position,
            @Nullable String reason) {}

    /** What came of it. */
    record NewReport(
            Map<String, Object> values,
            @Nullable String note,
            @Nullable List<String> photos) {}

    /** Why. */
    record Why(String reason) {}

    @GetMapping
    @Scoped(Scope.ACTIVITIES_READ)
    Items<ActivityJson> list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "") String limit,
            Page page) {
        int most = Items.limit(limit);
        ActivityLists.After behind = ActivitiesPage.after(after);
        if (!after.isEmpty() && behind.equals(ActivityLists.After.START)) {
            throw Parameters.wrong("after");
        }
        Instant now = page.formats().now();
        List<ActivityLists.Row> found = lists.within(
                page.reader(),
                new ActivityLists.Wanted(
                        moment("from", from, now.minus(Duration.ofDays(31))),
                        moment("to", to, now.plus(Duration.ofDays(366))),
                        kind,
                        false,
                        behind,
                        most + 1));
        return Items.page(found, most, ActivityJson::of, ActivitiesPage::cursor);
    }

    @GetMapping("/{id}")
    @Scoped(Scope.ACTIVITIES_READ)
    WholeJson show(@PathVariable String id, Page page) {
        return WholeJson.of(page, shown.find(page, id), people);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Scoped(Scope.ACTIVITIES_WRITE)
    DoneJson plan(
            @Body NewActivity wanted,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            Page page,
            HttpServletRequest request) {
        return done(page, acting.plan(page.reader(), wanted.kind(), plan(page, wanted.plan()), key(request, page)));
    }

    /** Another plan; a version that was seen is named by If-Match. */
    @PostMapping("/{id}/plan")
    @Scoped(Scope.ACTIVITIES_WRITE)
    DoneJson change(
            @PathVariable String id,
            @Body PlanJson wanted,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            Page page,
            HttpServletRequest request) {
        return act(page, id, new Ask.Change(plan(page, wanted)), request);
    }

    @PostMapping("/{id}/cancellation")
    @Scoped(Scope.ACTIVITIES_WRITE)
    DoneJson cancel(
            @PathVariable String id,
            @Body Why why,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            Page page,
            HttpServletRequest request) {
        return act(page, id, new Ask.Cancel(why.reason().strip()), request);
    }

    @PostMapping("/{id}/attendance")
    @Scoped(Scope.ACTIVITIES_WRITE)
    DoneJson attend(
            @PathVariable String id,
            @Body Attendance there,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            Page page,
            HttpServletRequest request) {
        String reason = there.reason() == null ? "" : there.reason().strip();
        Ask.Attend attend = new Ask.Attend(
                there.session(),
                whos("who", there.who()),
                reason.isEmpty() ? Deed.Way.LIST : Deed.Way.HAND,
                there.at() == null ? page.formats().now() : there.at(),
                there.position() == null ? "" : there.position(),
                reason);
        return act(page, id, attend, request);
    }

    @PostMapping("/{id}/report")
    @Scoped(Scope.ACTIVITIES_WRITE)
    DoneJson report(
            @PathVariable String id,
            @Body NewReport told,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @Nullable String key,
            Page page,
            HttpServletRequest request) {
        List<String> photos = told.photos() == null ? List.of() : told.photos();
        if (attachments.take(Holder.of(page.reader()), photos, List.of()) instanceof Held.Refused) {
            throw Parameters.wrong("photos");
        }
        return act(page, id, new Ask.Report(told.values(), text(told.note()), photos), request);
    }

    private DoneJson act(Page page, String id, Ask ask, HttpServletRequest request) {
        Shown.One one = shown.find(page, id);
        return done(page, acting.act(Acting.Doer.of(page.reader()), one.id(), Acting.ANY, ask, key(request, page)));
    }

    private static DoneJson done(Page page, Tried tried) {
        Tried.Done done = Answers.done(page, tried);
        return new DoneJson(done.activity(), done.version());
    }

    private static String key(HttpServletRequest request, Page page) {
        return IdempotencyKey.of(request, page.reader(), null, Map.of());
    }

    private static Plan plan(Page page, PlanJson wanted) {
        List<String> hosts = wanted.hosts();
        return new Plan(
                wanted.title().strip(),
                text(wanted.details()),
                wanted.place(),
                text(wanted.where()),
                text(wanted.position()),
                wanted.sessions().stream()
                        .map(ActivityJson.SessionJson::session)
                        .toList(),
                hosts == null ? List.of(Who.post(page.reader().post())) : whos("hosts", hosts),
                wanted.expected() == null ? List.of() : whos("expected", wanted.expected()),
                wanted.seats(),
                wanted.signUpUntil(),
                Boolean.TRUE.equals(wanted.open()));
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written.strip();
    }

    private static List<Who> whos(String name, List<String> written) {
        List<Who> whos = new ArrayList<>();
        for (String one : written) {
            try {
                whos.add(Who.of(one));
            } catch (IllegalArgumentException e) {
                throw Parameters.wrong(name);
            }
        }
        return whos;
    }

    private static Instant moment(String name, String written, Instant otherwise) {
        try {
            return written.isEmpty() ? otherwise : Instant.parse(written);
        } catch (DateTimeException e) {
            throw Parameters.wrong(name);
        }
    }
}

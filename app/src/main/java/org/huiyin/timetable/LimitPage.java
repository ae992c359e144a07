package org.huiyin.timetable;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.calendar.BadSpan;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.LimitPolicy;
import org.huiyin.calendar.Timetable;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.Foresight;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programme.ClockRule;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an administrator sees the limits in force and sets others, after a look at what they change. */
@Controller
class LimitPage {

    private static final LimitPolicies.Wanted NOTHING = new LimitPolicies.Wanted("", "", "", "", false);

    private final CalendarVersions versions;
    private final LimitPolicies limits;
    private final Programmes programmes;
    private final Foresight foresight;
    private final StaticTemplates templates = new StaticTemplates();

    LimitPage(CalendarVersions versions, LimitPolicies limits, Programmes programmes, Foresight foresight) {
        this.versions = versions;
        this.limits = limits;
        this.programmes = programmes;
        this.foresight = foresight;
    }

    /**
     * A limit as the form has it.
     *
     * @param clock programme and clock, as {@code three-lists/resolve}
     * @param open "too" when it also holds for clocks that run
     */
    record Form(
            @Nullable String clock,
            @Nullable String key,
            @Nullable String limit,
            @Nullable String open) {

        LimitPolicies.Wanted wanted() {
            String[] parts = ChangeWanted.given(clock).split("/", 2);
            return new LimitPolicies.Wanted(
                    parts[0],
                    parts.length > 1 ? parts[1] : "",
                    ChangeWanted.given(key),
                    ChangeWanted.given(limit),
                    "too".equals(open));
        }
    }

    @GetMapping("/admin/limits")
    JteModel all(Page page) {
        return templates.timetableLimits(page, view(page, NOTHING, "", null, null));
    }

    /** Shows what a limit would change; nothing is kept. */
    @PostMapping("/admin/limits/previews")
    ResponseEntity<JteModel> preview(Page page, @ModelAttribute Form form) throws SQLException {
        LimitPolicies.Wanted wanted = form.wanted();
        try {
            LimitPolicy policy = limits.read(wanted);
            Timetable next = limits.tried(List.of(policy));
            return ResponseEntity.ok(templates.timetableLimits(
                    page, view(page, wanted, words(page, policy), foresight.foresee(next), null)));
        } catch (BadSpan bad) {
            return ResponseEntity.unprocessableContent()
                    .body(templates.timetableLimits(page, view(page, wanted, "", null, said(page, bad))));
        }
    }

    @PostMapping("/admin/limits")
    ResponseEntity<Void> set(
            Page page,
            @ModelAttribute Form form,
            @RequestParam int basedOn,
            @RequestParam String why,
            HttpServletResponse response) {
        LimitPolicy policy;
        try {
            policy = limits.read(form.wanted());
        } catch (BadSpan bad) {
            throw new ProblemException(Problem.of("bad-limit", 422).because(said(page, bad)));
        }
        int number = limits.set(List.of(policy), basedOn, page.reader(), CalendarPage.reason(why))
                .orElseThrow(() -> new ProblemException(Problem.of("calendar-changed", 409)));
        Said.next(response, page.t(policy.openToo() ? "timetable.limit.set-too" : "timetable.limit.set-new", number));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/admin/limits")
                .build();
    }

    static String said(Page page, BadSpan bad) {
        return page.t("calendar.refused." + bad.slug(), bad.arguments().toArray());
    }

    private LimitsView view(
            Page page,
            LimitPolicies.Wanted wanted,
            String words,
            Foresight.@Nullable Foreseen tried,
            @Nullable String fault) {
        List<LimitsView.Line> lines = new ArrayList<>();
        Map<String, String> clocks = new LinkedHashMap<>();
        Map<String, String> keys = new LinkedHashMap<>();
        for (Programme programme : programmes.newest()) {
            LimitPolicies.keys(programme).forEach((key, title) -> keys.putIfAbsent(key, page.t(title)));
            for (ClockRule rule : programme.clocks().values()) {
                if (!rule.limit().isEmpty()) {
                    clocks.put(programme.name() + "/" + rule.name(), clock(page, programme, rule));
                    limits.inForce(programme, rule)
                            .forEach((key, limit) -> lines.add(line(page, programme, rule, key, limit)));
                }
            }
        }
        List<LimitsView.Change> changes = versions.limitChanges().stream()
                .map(one -> new LimitsView.Change(
                        one,
                        clocks.getOrDefault(
                                one.policy().programme() + "/" + one.policy().clock(),
                                one.policy().clock()),
                        keys.getOrDefault(one.policy().key(), one.policy().key()),
                        words(page, one.policy())))
                .toList();
        return new LimitsView(versions.current().number(), lines, changes, clocks, keys, wanted, words, tried, fault);
    }

    private LimitsView.Line line(Page page, Programme programme, ClockRule rule, String key, Limit limit) {
        Text title = LimitPolicies.keys(programme).getOrDefault(key, new Text(key, key));
        boolean only = key.equals(LimitPolicies.REST)
                && limits.inForce(programme, rule).size() == 1;
        return new LimitsView.Line(
                clock(page, programme, rule),
                only ? page.t("timetable.limit.all") : page.t(title),
                words(page, limit),
                !limit.equals(rule.limit().get(key)));
    }

    private String clock(Page page, Programme programme, ClockRule rule) {
        return programmes.newest().size() == 1
                ? page.t(rule.title())
                : page.t(programme.title()) + " · " + page.t(rule.title());
    }

    private static String words(Page page, LimitPolicy policy) {
        return policy.limit() == null ? page.t("timetable.limit.as-programme") : words(page, policy.limit());
    }

    private static String words(Page page, Limit limit) {
        return page.t("handbook.measure." + limit.measure().name().toLowerCase(Locale.ROOT), limit.amount());
    }
}

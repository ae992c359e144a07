package org.huiyin.timetable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.api.Body;
import org.huiyin.calendar.BadSpan;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.LimitPolicy;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.Foresight;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programme.ClockRule;
import org.huiyin.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The limits in force for programs: what they are, what setting one would do, and setting one. */
@RestController
@RequestMapping("/api/v1/limits")
@Scoped(Scope.CALENDAR)
class LimitApi {

    private final CalendarVersions versions;
    private final LimitPolicies limits;
    private final Programmes programmes;
    private final Foresight foresight;

    LimitApi(CalendarVersions versions, LimitPolicies limits, Programmes programmes, Foresight foresight) {
        this.versions = versions;
        this.limits = limits;
        this.programmes = programmes;
        this.foresight = foresight;
    }

    /**
     * A limit in force.
     *
     * @param key an urgency, a kind or a category; {@code *} for the rest
     * @param set whether somebody set it, as against the programme
     */
    record InForce(String programme, String clock, String key, String limit, boolean set) {}

    /** @param basedOn the number to be named when setting one */
    record Limits(int basedOn, List<InForce> items) {}

    /**
     * A limit to be looked at.
     *
     * @param limit as {@code 5wd}; null for what the programme says
     * @param openToo whether it also holds for clocks that run
     */
    record Wish(
            String programme,
            String clock,
            String key,
            @Nullable String limit,
            boolean openToo) {}

    /** The same to be set, and why. */
    record NewLimit(
            int basedOn,
            String programme,
            String clock,
            String key,
            @Nullable String limit,
            boolean openToo,
            String why) {}

    /** How open clocks would change; none moves for a limit that holds for later ones. */
    record Effect(int basedOn, long looked, long later, long earlier, long certain, boolean whole) {

        static Effect of(int basedOn, Foresight.Foreseen seen) {
            return new Effect(basedOn, seen.looked(), seen.later(), seen.earlier(), seen.certain(), seen.whole());
        }
    }

    /** @param number of the timetable that is in force now */
    record Given(int number) {}

    @GetMapping
    Limits all() {
        List<InForce> items = new ArrayList<>();
        for (Programme programme : programmes.newest()) {
            for (ClockRule rule : programme.clocks().values()) {
                limits.inForce(programme, rule)
                        .forEach((key, limit) -> items.add(inForce(programme, rule, key, limit)));
            }
        }
        return new Limits(versions.current().number(), items);
    }

    private static InForce inForce(Programme programme, ClockRule rule, String key, Limit limit) {
        return new InForce(
                programme.name(),
                rule.name(),
                key,
                limit.toString(),
                !limit.equals(rule.limit().get(key)));
    }

    /** Shows what a limit would change; nothing is kept. */
    @PostMapping("/previews")
    Effect preview(@Body Wish wish, Page page) throws SQLException {
        LimitPolicy policy = read(page, wish.programme(), wish.clock(), wish.key(), wish.limit(), wish.openToo());
        return Effect.of(versions.current().number(), foresight.foresee(limits.tried(List.of(policy))));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Given set(@Body NewLimit wanted, Page page) {
        LimitPolicy policy =
                read(page, wanted.programme(), wanted.clock(), wanted.key(), wanted.limit(), wanted.openToo());
        return limits.set(List.of(policy), wanted.basedOn(), page.reader(), CalendarPage.reason(wanted.why()))
                .map(Given::new)
                .orElseThrow(() -> new ProblemException(Problem.of("calendar-changed", 409)));
    }

    private LimitPolicy read(
            Page page, String programme, String clock, String key, @Nullable String limit, boolean openToo) {
        try {
            return limits.read(new LimitPolicies.Wanted(programme, clock, key, limit == null ? "" : limit, openToo));
        } catch (BadSpan bad) {
            throw new ProblemException(Problem.of("bad-limit", 422).because(LimitPage.said(page, bad)));
        }
    }
}

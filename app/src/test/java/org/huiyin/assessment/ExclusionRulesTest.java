package org.huiyin.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.huiyin.assessment.Exclusion.Act;
import org.huiyin.assessment.Exclusion.Kind;
import org.huiyin.assessment.ExclusionRules.Verdict;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.org.Actor;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;
import org.huiyin.programme.MeasuresReader;
import org.huiyin.testing.TestClock;
import org.junit.jupiter.api.Test;

class ExclusionRulesTest {

    private static final Actor FIRST = new Actor(1, 1, 1, Role.SUPERVISOR, "", Reach.EVERYWHERE, null);
    private static final Actor SECOND = new Actor(2, 2, 1, Role.SUPERVISOR, "", Reach.EVERYWHERE, null);
    private static final Actor HEAD =
            new Actor(3, 3, 21, Role.UNIT_HEAD, "", new Reach(false, Set.of(21), List.of()), null);
    private static final Actor OTHER_HEAD =
            new Actor(4, 4, 22, Role.UNIT_HEAD, "", new Reach(false, Set.of(22), List.of()), null);
    private static final Actor COUNTY =
            new Actor(5, 5, 1, Role.SUPERVISOR, "", new Reach(false, Set.of(1, 21), List.of("421002")), null);
    private static final Instant ASKED = TestClock.instant("2026-03-02T10:00");
    private static final Instant DECIDED = TestClock.instant("2026-03-03T10:00");

    private final ExclusionRules rules = new ExclusionRules(
            MeasuresReader.packaged().of("three-lists").getFirst().exclusions(), WorkCalendar.china());

    private static Exclusion asked(Actor by) {
        return new Exclusion(
                1,
                20260000001L,
                "three-lists",
                21,
                "assessment-month/2026-03",
                ASKED.minusSeconds(9),
                ASKED.plusSeconds(9),
                "court",
                "正在诉讼",
                "案号",
                List.of(act(Kind.ASK, by, ASKED)));
    }

    private static Act act(Kind kind, Actor by, Instant at) {
        return new Act(kind, by.account(), by.post(), by.unit(), "", at);
    }

    private static Exclusion then(Exclusion before, Kind kind, Actor by, Instant at) {
        List<Act> acts = new ArrayList<>(before.acts());
        acts.add(act(kind, by, at));
        return new Exclusion(
                1,
                before.matter(),
                before.programme(),
                before.unit(),
                before.period(),
                before.from(),
                before.until(),
                before.kind(),
                before.reason(),
                before.evidence(),
                acts);
    }

    @Test
    void the_units_head_or_a_supervisor_of_the_city_asks() {
        assertThat(ExclusionRules.ask(HEAD, 21)).isEqualTo(new Verdict.Allowed());
        assertThat(ExclusionRules.ask(FIRST, 21)).isEqualTo(new Verdict.Allowed());
        assertThat(ExclusionRules.ask(OTHER_HEAD, 21)).isEqualTo(new Verdict.NotTheUnit());
        assertThat(ExclusionRules.ask(COUNTY, 21)).isEqualTo(new Verdict.NotTheUnit());
    }

    @Test
    void a_supervisor_who_did_not_ask_decides() {
        assertThat(rules.may(asked(FIRST), Kind.APPROVE, SECOND, DECIDED)).isEqualTo(new Verdict.Allowed());
        assertThat(rules.may(asked(FIRST), Kind.APPROVE, FIRST, DECIDED)).isEqualTo(new Verdict.OwnRequest());
        assertThat(rules.may(asked(HEAD), Kind.REFUSE, HEAD, DECIDED)).isEqualTo(new Verdict.NotASupervisor());
        assertThat(rules.may(asked(HEAD), Kind.UPHOLD, FIRST, DECIDED)).isInstanceOf(Verdict.NotNow.class);
    }

    @Test
    void the_unit_appeals_within_five_working_days_and_not_later() {
        Exclusion refused = then(asked(HEAD), Kind.REFUSE, FIRST, DECIDED);
        Instant last = TestClock.instant("2026-03-10T17:30");

        assertThat(rules.may(refused, Kind.APPEAL, HEAD, last)).isEqualTo(new Verdict.Allowed());
        assertThat(rules.may(refused, Kind.APPEAL, HEAD, last.plusSeconds(1))).isEqualTo(new Verdict.TooLate(last));
        assertThat(rules.may(refused, Kind.APPEAL, OTHER_HEAD, last)).isEqualTo(new Verdict.NotTheUnit());
        assertThat(rules.may(asked(HEAD), Kind.APPEAL, HEAD, last)).isInstanceOf(Verdict.NotNow.class);
    }

    @Test
    void others_than_those_who_decided_first_decide_the_appeal_and_then_it_is_final() {
        Exclusion appealed =
                then(then(asked(HEAD), Kind.REFUSE, FIRST, DECIDED), Kind.APPEAL, HEAD, DECIDED.plusSeconds(60));

        assertThat(rules.may(appealed, Kind.OVERTURN, FIRST, DECIDED)).isEqualTo(new Verdict.SameDecider());
        assertThat(rules.may(appealed, Kind.OVERTURN, SECOND, DECIDED)).isEqualTo(new Verdict.Allowed());
        assertThat(rules.decideUntil(appealed)).isEqualTo(TestClock.instant("2026-03-17T17:30"));

        Exclusion over = then(appealed, Kind.OVERTURN, SECOND, DECIDED.plusSeconds(120));
        assertThat(rules.may(over, Kind.APPEAL, HEAD, DECIDED.plusSeconds(180))).isInstanceOf(Verdict.NotNow.class);
    }

    @Test
    void it_counts_again_or_not_by_what_was_decided_until_then() {
        Exclusion overturned = then(
                then(then(asked(HEAD), Kind.REFUSE, FIRST, DECIDED), Kind.APPEAL, HEAD, DECIDED.plusSeconds(60)),
                Kind.OVERTURN,
                SECOND,
                DECIDED.plusSeconds(120));

        assertThat(overturned.inForce(DECIDED)).isFalse();
        assertThat(overturned.inForce(DECIDED.plusSeconds(60))).isFalse();
        assertThat(overturned.inForce(DECIDED.plusSeconds(120))).isTrue();
        assertThat(then(asked(HEAD), Kind.APPROVE, FIRST, DECIDED).inForce(DECIDED))
                .isTrue();
        assertThat(then(asked(HEAD), Kind.APPROVE, FIRST, DECIDED).inForce(ASKED))
                .isFalse();
    }
}

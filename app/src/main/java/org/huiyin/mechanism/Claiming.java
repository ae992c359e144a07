package org.huiyin.mechanism;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Refusal;
import org.huiyin.matter.Step;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.programme.Text;
import org.springframework.stereotype.Component;

/** Takes a matter up for somebody outside the house, and gives it back. */
@Component
class Claiming {

    private static final String PERSON = "person";

    private final Desk desk;
    private final MatterLookup lookup;
    private final Held held;
    private final Organisation organisation;

    Claiming(Desk desk, MatterLookup lookup, Held held, Organisation organisation) {
        this.desk = desk;
        this.lookup = lookup;
        this.held = held;
        this.organisation = organisation;
    }

    /** The sentence that says why it was not taken up; "" when it was. */
    String take(Page page, PageRules.Claim claim, Matter matter, Claimant who, String called, String key) {
        Map<String, Object> fields = new HashMap<>();
        Text nameless = claim.called().get(called);
        String kind = who.entry() != null ? claim.sort() : nameless != null ? called : PERSON;
        fields.put(claim.lead(), (long) unit(claim, matter));
        fields.put(claim.kind(), kind);
        fields.put(claim.name(), who.name());
        fields.put(claim.as(), nameless != null ? nameless.in(Locale.CHINESE) : who.discreet());
        if (who.entry() != null) {
            fields.put(claim.entry(), who.entry());
        } else {
            fields.put(claim.phone(), who.phone());
        }
        Actor actor = raised(matter, who) ? Actor.holding(matter.id()) : who.actor();
        return said(page, desk.perform(request(matter, claim.step(), actor, who.shown(), fields, key)));
    }

    /** Whether whoever raised it left the same telephone; compared, and shown to nobody. */
    private boolean raised(Matter matter, Claimant who) {
        Object left = lookup.unsealed(matter.number()).getOrDefault(1, Map.of()).get("raiser-phone");
        return left != null
                && !who.phone().isEmpty()
                && String.valueOf(left).replaceAll("\\D", "").endsWith(who.phone());
    }

    /** The sentence that says why it was not given back; "" when it was. */
    String giveBack(Page page, PageRules.Claim claim, Matter matter, Claimant who, String why, String key) {
        String shown =
                held.of(matter.id()).filter(who::took).map(Held.Taken::asker).orElse(who.shown());
        Map<String, Object> fields = why.isEmpty() ? Map.of() : Map.of(claim.back(), why);
        return said(page, desk.perform(request(matter, claim.back(), who.actor(), shown, fields, key)));
    }

    private static StepRequest request(
            Matter matter, String step, Actor actor, String shown, Map<String, Object> fields, String key) {
        return StepRequest.further(matter.number(), StepRequest.ANY, step, actor, fields, key)
                .by(shown);
    }

    /** The unit that put it where it can be taken up; the office, when that is there no longer. */
    private int unit(PageRules.Claim claim, Matter matter) {
        List<Step> history = lookup.history(matter.number());
        return history.reversed().stream()
                .filter(step -> step.name().equals(claim.of()))
                .flatMap(step -> organisation.units().find(step.by().unit()).stream())
                .filter(Unit::active)
                .map(Unit::id)
                .findFirst()
                .orElse(matter.office());
    }

    private static String said(Page page, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> "";
            case Outcome.NoSuchMatter none -> throw new ProblemException(Problem.of("no-such-matter", 404));
            case Outcome.NotYours foreign -> page.t("mechanism.claim.not-yours");
            case Outcome.Stale stale -> page.t("mechanism.claim.gone");
            case Outcome.Refused(Refusal.WrongState wrong) -> page.t("mechanism.claim.gone");
            case Outcome.Refused(Refusal.GuardFailed(var slug, var text)) -> page.t(text);
            case Outcome.Refused(Refusal.BadFields fields) -> page.t("mechanism.claim.name");
            case Outcome.Refused(Refusal.KeyReused used) -> page.t("mechanism.claim.again");
            case Outcome.Refused refused -> page.t("mechanism.claim.not-yours");
        };
    }
}

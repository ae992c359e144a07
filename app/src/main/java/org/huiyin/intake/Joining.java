package org.huiyin.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Receipt;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.programme.StepRule;
import org.springframework.stereotype.Component;

/**
 * "Me too": what somebody raises joins a public matter that says the same, is handled with it and answered to each. It is raised first and
 * joins then: if it cannot join, it is handled on its own and nothing is lost.
 */
@Component
class Joining {

    private final Desk desk;
    private final MatterLookup lookup;

    Joining(Desk desk, MatterLookup lookup) {
        this.desk = desk;
        this.lookup = lookup;
    }

    /**
     * Joins what was just raised to another matter.
     *
     * @param other the number of the other matter as it came in; empty for none
     * @return what to say of it; empty when nobody asked for it
     */
    Optional<String> join(Page page, Receipt raised, String other) {
        if (other.isBlank()) {
            return Optional.empty();
        }
        boolean joined = MatterNumber.read(other)
                .flatMap(lookup::find)
                .map(target ->
                        desk.performAll(wishes(page, raised, target)).stream().anyMatch(Outcome.Done.class::isInstance))
                .orElse(false);
        return Optional.of(
                joined ? page.t("intake.joined", other.strip()) : page.t("intake.not-joined", other.strip()));
    }

    private List<StepRequest> wishes(Page page, Receipt raised, Matter target) {
        Matter matter = lookup.find(raised.number()).orElseThrow();
        Actor actor = Intake.onBehalf(page.reader())
                ? page.reader()
                : Actor.holding(raised.number().id());
        return lookup.open(matter, actor).stream()
                .filter(StepRule::merges)
                .limit(1)
                .map(rule -> StepRequest.further(
                        raised.number(),
                        raised.version(),
                        rule.name(),
                        actor,
                        Map.of("into", target.number().toString()),
                        "join-" + raised.number()))
                .toList();
    }
}

package org.huiyin.webhook;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.StepScribe.Accepted;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.huiyin.org.Organisation;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Who is to be told of what, as it was a moment ago: read again every two seconds, so that the Desk never waits for it. A subscription made on
 * another machine is heard within that time.
 */
@Component
class Listeners {

    private final Subscriptions subscriptions;
    private final Actors actors;
    private final Organisation organisation;
    private final ObjectProvider<MatterLookup> lookup;
    private volatile List<Listener> active = List.of();

    /** @param units of which it hears; empty for all within reach */
    private record Listener(Subscription subscription, Actor owner, Set<Integer> units) {

        boolean wants(Accepted one) {
            Matter matter = one.after();
            return (subscription.steps().isEmpty()
                            || subscription.steps().contains(one.step().name()))
                    && (subscription.programmes().isEmpty()
                            || subscription.programmes().contains(matter.programme()))
                    && (units.isEmpty() || concerns(matter));
        }

        private boolean concerns(Matter matter) {
            Integer lead = matter.lead();
            return units.contains(matter.office())
                    || (lead != null && units.contains(lead))
                    || matter.coHandlers().stream().anyMatch(units::contains);
        }
    }

    Listeners(
            Subscriptions subscriptions,
            Actors actors,
            Organisation organisation,
            ObjectProvider<MatterLookup> lookup) {
        this.subscriptions = subscriptions;
        this.actors = actors;
        this.organisation = organisation;
        this.lookup = lookup;
    }

    /** Reads who listens now; called by whoever changes a subscription here. */
    @Scheduled(fixedDelay = 2_000)
    void listen() {
        active = subscriptions.all().stream()
                .filter(one -> one.state() == Subscription.State.ACTIVE)
                .flatMap(this::listener)
                .toList();
    }

    private Stream<Listener> listener(Subscription one) {
        Set<Integer> units = new java.util.HashSet<>();
        one.units().forEach(unit -> units.addAll(organisation.units().subtree(unit)));
        return actors.at(one.account(), one.post()).map(owner -> new Listener(one, owner, units)).stream();
    }

    boolean none() {
        return active.isEmpty();
    }

    /** The subscriptions that hear of a step: those that want to, and whose owner may read the matter. */
    List<Long> hearing(Accepted one) {
        return active.stream()
                .filter(listener -> listener.wants(one))
                .filter(listener -> lookup.getObject().mayRead(listener.owner(), one.after()))
                .map(listener -> listener.subscription().id())
                .toList();
    }
}

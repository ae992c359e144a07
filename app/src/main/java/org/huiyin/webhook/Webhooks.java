package org.huiyin.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.matter.Desk;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.outbound.Outbound;
import org.huiyin.outbound.Reply;
import org.huiyin.programme.Programme;
import org.huiyin.webhook.Subscription.State;
import org.huiyin.webhook.Subscription.Wanted;
import org.springframework.stereotype.Component;

/** What can be done with subscriptions, whoever asks: page or program. */
@Component
class Webhooks {

    static final int LONGEST_NAME = 60;
    private static final int LONGEST_URL = 500;
    private static final int MOST_OF_A_LIST = 50;

    private final Subscriptions subscriptions;
    private final Listeners listeners;
    private final Outbox outbox;
    private final Outbound outbound;
    private final Desk.Equipment equipment;
    private final Organisation organisation;

    Webhooks(
            Subscriptions subscriptions,
            Listeners listeners,
            Outbox outbox,
            Outbound outbound,
            Desk.Equipment equipment,
            Organisation organisation) {
        this.subscriptions = subscriptions;
        this.listeners = listeners;
        this.outbox = outbox;
        this.outbound = outbound;
        this.equipment = equipment;
        this.organisation = organisation;
    }

    /** What comes of asking for a subscription. */
    sealed interface Made {

        /** The secret is told this once. */
        record Done(long id, Secret secret) implements Made {}

        /** @param what the part that is wrong: the end of a message's key */
        record Wrong(String what) implements Made {}
    }

    /** Every step any programme has, for forms and checks. */
    List<String> steps() {
        return equipment.programmes().newest().stream()
                .flatMap(programme -> programme.steps().keySet().stream())
                .distinct()
                .toList();
    }

    List<String> programmes() {
        return equipment.programmes().newest().stream().map(Programme::name).toList();
    }

    Made make(Wanted wanted, Actor owner, String by) {
        Optional<String> wrong = wrong(wanted, owner);
        if (wrong.isPresent()) {
            return new Made.Wrong(wrong.get());
        }
        Secret secret = Secret.fresh();
        Optional<Long> id = subscriptions.add(wanted, owner.account(), owner.post(), secret, by);
        listeners.listen();
        return id.<Made>map(made -> new Made.Done(made, secret)).orElseGet(() -> new Made.Wrong("too-many"));
    }

    private Optional<String> wrong(Wanted wanted, Actor owner) {
        String name = wanted.name();
        if (name.isBlank() || name.length() > LONGEST_NAME || name.matches("(?s).*\\p{Cntrl}.*")) {
            return Optional.of("name");
        }
        if (Stream.of(wanted.steps(), wanted.programmes(), wanted.units())
                .anyMatch(list -> list.size() > MOST_OF_A_LIST)) {
            return Optional.of("too-much");
        }
        if (!Set.copyOf(steps()).containsAll(wanted.steps())) {
            return Optional.of("steps");
        }
        if (!Set.copyOf(programmes()).containsAll(wanted.programmes())) {
            return Optional.of("programmes");
        }
        boolean within = wanted.units().stream()
                .allMatch(unit -> owner.reach().coversUnit(unit)
                        && organisation.units().find(unit).isPresent());
        return within ? address(wanted.url()) : Optional.of("units");
    }

    private Optional<String> address(String url) {
        try {
            return url.length() > LONGEST_URL
                    ? Optional.of("no-web-address")
                    : outbound.objection(new URI(url)).map(Reply.Why::key);
        } catch (URISyntaxException e) {
            return Optional.of("no-web-address");
        }
    }

    /** The units a form names, as numbers or codes with commas or spaces between; empty when one of them is unknown. */
    Optional<List<Integer>> units(String written) {
        List<Optional<Integer>> read = Stream.of(written.strip().split("[\\s,，、]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> organisation
                        .units()
                        .find(word)
                        .or(() -> word.matches("[0-9]{1,9}")
                                ? organisation.units().find(Integer.parseInt(word))
                                : Optional.empty())
                        .map(unit -> unit.id()))
                .toList();
        return read.stream().allMatch(Optional::isPresent)
                ? Optional.of(read.stream().flatMap(Optional::stream).collect(Collectors.toList()))
                : Optional.empty();
    }

    Secret rotate(Subscription one) {
        Secret secret = Secret.fresh();
        subscriptions.rotate(one.id(), secret);
        return secret;
    }

    /** Pauses it, ends it, or sets it going: then what waits is sent at once. */
    void turn(Subscription one, State state) {
        subscriptions.turn(one.id(), state);
        if (state == State.ACTIVE) {
            outbox.due(one.id(), equipment.clock().instant());
        }
        listeners.listen();
    }
}

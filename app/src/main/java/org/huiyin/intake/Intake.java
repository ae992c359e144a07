package org.huiyin.intake;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.huiyin.matter.Beginnings;
import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.huiyin.programme.Field;
import org.huiyin.programme.Form;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.Relation;
import org.huiyin.programme.StepRule;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What can be raised: the programmes open to residents and those that staff begin, as they are in force today, and the form each begins with. */
@Component
public class Intake {

    /** Asked of nobody who fills in a page without being staff: how it came in goes without saying. */
    private static final String CHANNEL = "channel";
    /** A telephone number is enough as long as nobody is written to. */
    private static final String EMAIL = "raiser-email";

    private final Programmes programmes;
    private final InstantSource clock;
    private final ZoneId zone;
    private final List<String> open;
    private final Set<String> notOfResidents;

    Intake(
            Programmes programmes,
            InstantSource clock,
            @Value("${huiyin.zone}") ZoneId zone,
            @Value("${huiyin.intake.programmes:three-lists}") List<String> open,
            @Value("${huiyin.mail.host:}") String mailHost) {
        this.programmes = programmes;
        this.clock = clock;
        this.zone = zone;
        this.open = List.copyOf(open);
        this.notOfResidents = mailHost.isEmpty() ? Set.of(CHANNEL, EMAIL) : Set.of(CHANNEL);
    }

    /** A way to begin a matter. */
    public record Beginning(Programme programme, StepRule step, Set<String> notOfResidents) {

        /** The fields of the page: staff fill in more than residents, and nobody those of an import. */
        Form form(Actor actor) {
            return new Form(step.form().fields().stream()
                    .filter(field -> !field.importOnly())
                    .filter(field -> actor.staff() || !notOfResidents.contains(field.name()))
                    // whoever dispatches chooses the unit; only features that know it propose one
                    .filter(field -> !field.name().equals("proposed-unit"))
                    .toList());
        }

        public Optional<Field> channel() {
            return step.form().field(CHANNEL);
        }
    }

    /** The programme asked for, or the first that is open when none is named; empty when it is unknown or nothing this person can begin. */
    Optional<Beginning> beginning(String programme, Actor actor) {
        String wanted = programme.isEmpty() ? open.getFirst() : programme;
        return beginnings(actor).stream()
                .filter(one -> one.programme().name().equals(wanted))
                .findFirst();
    }

    /** Every way that is open to residents today. */
    public List<Beginning> open() {
        return open.stream()
                .flatMap(name -> inForce(name).stream())
                .flatMap(programme -> beginning(programme, step -> step.by().contains(Relation.ANYBODY)).stream())
                .toList();
    }

    /** Every way that is open to this person today: to staff also what begins at a post like theirs, such as what a meeting decided. */
    List<Beginning> beginnings(Actor actor) {
        if (!onBehalf(actor)) {
            return open();
        }
        Stream<Beginning> others = programmes.versions().stream()
                .map(Programme::name)
                .distinct()
                .filter(name -> !open.contains(name))
                .flatMap(name -> inForce(name).stream())
                .flatMap(programme -> beginning(programme, step -> Beginnings.open(step, actor)).stream());
        return Stream.concat(open().stream(), others).toList();
    }

    private Optional<Programme> inForce(String name) {
        return programmes.inForce(name, today());
    }

    /** The day it is in the city. */
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private Optional<Beginning> beginning(Programme programme, Predicate<StepRule> open) {
        return programme.steps().values().stream()
                .filter(step -> step.from().isEmpty() && open.test(step))
                .findFirst()
                .map(step -> new Beginning(programme, step, notOfResidents));
    }

    /** The channel a person at such a post usually enters. */
    static String usualChannel(Actor actor) {
        return switch (actor.role()) {
            case GRID_WORKER -> "grid";
            case DISPATCHER -> "phone";
            case HANDLER, UNIT_HEAD, SUPERVISOR, LEADER, ADMIN -> "internal";
            case RESIDENT, IMPORTER, SYSTEM -> "web";
        };
    }

    /** Whether somebody at this post raises for others. */
    static boolean onBehalf(Actor actor) {
        return actor.staff() && actor.role() != Role.RESIDENT;
    }
}

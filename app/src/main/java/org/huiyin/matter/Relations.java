package org.huiyin.matter;

import org.huiyin.org.Actor;
import org.huiyin.org.Role;
import org.huiyin.programme.Relation;
import org.jspecify.annotations.Nullable;

/** Answers the {@code by:} of a step: whether a person stands in that relation to a matter. */
final class Relations {

    private Relations() {}

    static boolean holds(Relation relation, Actor actor, @Nullable Matter matter) {
        return switch (relation) {
            // an import post imports, with the fields only it may fill; it is not one of the people
            case ANYBODY -> actor.role() != Role.IMPORTER;
            // what staff enter stands on record as theirs, even about a matter they once raised themselves
            case RAISER -> matter != null && actor.role() == Role.RESIDENT && raised(actor, matter);
            case GRID_WORKER ->
                actor.role() == Role.GRID_WORKER
                        && (matter == null || actor.reach().coversPlace(matter.place()));
            case DISPATCHER ->
                actor.role() == Role.DISPATCHER
                        && (matter == null || actor.reach().coversUnit(matter.office()));
            case LEAD -> handles(actor) && matter != null && leads(actor, matter);
            case LEAD_HEAD -> actor.role() == Role.UNIT_HEAD && matter != null && leads(actor, matter);
            case CO_HANDLER -> handles(actor) && matter != null && actor.reach().coversAnyUnit(matter.coHandlers());
            case SUPERVISOR -> actor.role() == Role.SUPERVISOR && (matter == null || oversees(actor, matter));
            // shown anew with every request, and so never a matter of who is signed in
            case KNOWN -> false;
            case IMPORTER -> actor.role() == Role.IMPORTER;
            case SYSTEM -> actor.role() == Role.SYSTEM;
        };
    }

    static boolean raised(Actor actor, Matter matter) {
        Long held = actor.heldMatter();
        return (held != null && held == matter.id())
                || (actor.signedIn() && matter.raiser() != null && matter.raiser() == actor.account());
    }

    /**
     * Whether this staff member may see the matter at all; a leader none that is kept off the board, nor a grid worker, who lives next door;
     * nobody's superior learns who complained.
     */
    static boolean mayRead(Actor actor, Matter matter) {
        Integer lead = matter.lead();
        Integer desk = matter.desk();
        return actor.staff()
                && actor.role() != Role.ADMIN
                && !(matter.confidential() && openOnly(actor.role()))
                && (actor.role() == Role.IMPORTER
                        || actor.reach().coversUnit(matter.office())
                        || (lead != null && actor.reach().coversUnit(lead))
                        || (desk != null && actor.reach().coversUnit(desk))
                        || actor.reach().coversAnyUnit(matter.coHandlers())
                        || (oversight(actor.role()) && actor.reach().coversPlace(matter.place())));
    }

    /** Of a confidential matter only its office and its supervisors know the raiser; the unit complained of never does. */
    static boolean mayKnowRaiser(Actor actor, Matter matter) {
        if (raised(actor, matter)) {
            return true;
        }
        Integer complainedOf = matter.complainedOf();
        boolean complainedOfIsTheirs = complainedOf != null
                && (actor.unit() == complainedOf || actor.reach().coversUnit(complainedOf) && handles(actor));
        if (complainedOfIsTheirs || !mayRead(actor, matter)) {
            return false;
        }
        return switch (actor.role()) {
            case DISPATCHER -> actor.reach().coversUnit(matter.office());
            case SUPERVISOR -> true;
            case HANDLER, UNIT_HEAD -> !matter.confidential() && leads(actor, matter);
            case RESIDENT, GRID_WORKER, LEADER, ADMIN, IMPORTER, SYSTEM -> false;
        };
    }

    /** Whether the role looks after a place. */
    private static boolean oversight(Role role) {
        return role == Role.SUPERVISOR || role == Role.DISPATCHER || role == Role.GRID_WORKER;
    }

    /** Whether the role is kept from everything that is kept off the board, wherever its unit stands. */
    static boolean openOnly(Role role) {
        return role == Role.LEADER || role == Role.GRID_WORKER;
    }

    private static boolean handles(Actor actor) {
        return actor.role() == Role.HANDLER || actor.role() == Role.UNIT_HEAD;
    }

    private static boolean leads(Actor actor, Matter matter) {
        Integer lead = matter.lead();
        return lead != null && actor.reach().coversUnit(lead);
    }

    private static boolean oversees(Actor actor, Matter matter) {
        Integer lead = matter.lead();
        return actor.reach().coversUnit(matter.office())
                || (lead != null && actor.reach().coversUnit(lead))
                || actor.reach().coversPlace(matter.place());
    }
}

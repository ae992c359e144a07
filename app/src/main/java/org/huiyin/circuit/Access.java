package org.huiyin.circuit;

import java.util.Set;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.huiyin.org.Organisation;
import org.huiyin.org.Role;
import org.springframework.stereotype.Component;

/**
 * Who may do what with a group. Supervisors set up groups for units within their reach; its leader plans; its members visit, but never their own
 * unit; leaders of the city read. To everybody else it does not exist.
 */
@Component
class Access {

    private final Groups groups;
    private final Organisation organisation;
    private final Actors actors;

    Access(Groups groups, Organisation organisation, Actors actors) {
        this.groups = groups;
        this.organisation = organisation;
        this.actors = actors;
    }

    /** The group, if this reader may see it. */
    Group visible(Page page, long id) {
        allow(concerned(page.reader()));
        return groups.find(id)
                .filter(group -> maySee(page.reader(), group))
                .orElseThrow(() -> new ProblemException(Problem.of("no-such-circuit", 404)));
    }

    boolean maySee(Actor actor, Group group) {
        boolean overlooks = actor.role() == Role.SUPERVISOR || actor.role() == Role.LEADER;
        return group.member(actor.post()).isPresent()
                || (overlooks && group.units().stream().anyMatch(unit -> reaches(actor, unit)));
    }

    /** Whether they set it up and appoint its members: supervisors who reach every unit it goes round. */
    boolean mayArrange(Actor actor, Group group) {
        return actor.role() == Role.SUPERVISOR && group.units().stream().allMatch(unit -> reaches(actor, unit));
    }

    /** Whether they plan its rounds: its leader, and whoever arranges it. */
    boolean mayPlan(Actor actor, Group group) {
        return mayArrange(actor, group)
                || group.member(actor.post()).filter(Group.Member::leader).isPresent();
    }

    /** Whether they write down visits to that unit: members, but never of their own unit. */
    boolean mayVisit(Actor actor, Group group, int unit) {
        return group.member(actor.post()).isPresent()
                && group.units().contains(unit)
                && !actors.ownUnits(actor).contains(unit);
    }

    /** The units that member never goes to. */
    Set<Integer> own(Group.Member member) {
        return actors.of(member.account()).stream()
                .map(Actors.Holding::actor)
                .filter(actor -> actor.post() == member.post())
                .findFirst()
                .map(actors::ownUnits)
                .orElse(Set.of(member.unit()));
    }

    /** Whether a unit lies within somebody's reach: itself, or the place it answers for. */
    boolean reaches(Actor actor, int unit) {
        return actor.reach().coversUnit(unit)
                || organisation.units().find(unit).stream()
                        .map(found -> found.place())
                        .anyMatch(place -> place != null && actor.reach().coversPlace(place));
    }

    /** Whether somebody at such a post has to do with groups at all. */
    static boolean concerned(Actor actor) {
        return switch (actor.role()) {
            case SUPERVISOR, LEADER, DISPATCHER, HANDLER, UNIT_HEAD -> true;
            case RESIDENT, GRID_WORKER, ADMIN, IMPORTER, SYSTEM -> false;
        };
    }

    static void allow(boolean allowed) {
        if (!allowed) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
    }
}

package org.huiyin.activity;

import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.springframework.stereotype.Component;

/** Who plans, runs and sees an activity: an answer of the reader's reach and of where they stand to it. */
@Component
class ActivityRights {

    private final Organisation organisation;

    ActivityRights(Organisation organisation) {
        this.organisation = organisation;
    }

    /** Whether they plan activities of this kind at all. */
    boolean plans(Actor actor, Kind kind) {
        return actor.staff() && kind.plannedBy().contains(actor.role());
    }

    /** Whether they plan one at this place: within their reach, or where one of the units above them answers. */
    boolean plansAt(Actor actor, Kind kind, String place) {
        return plans(actor, kind) && !place.isEmpty() && (actor.reach().coversPlace(place) || answersFor(actor, place));
    }

    private boolean answersFor(Actor actor, String place) {
        return organisation.units().line(actor.unit()).stream()
                .map(unit -> unit.place())
                .anyMatch(own -> own != null && place.startsWith(own));
    }

    /** Whether they change it, take attendance and report: whoever planned or carries it out, and those of its unit who plan such. */
    boolean runs(Actor actor, Kind kind, Activity activity) {
        return actor.staff()
                && (actor.post() == activity.planner().post()
                        || hosts(actor, activity)
                        || plans(actor, kind)
                                && actor.reach().coversUnit(activity.planner().unit()));
    }

    private static boolean hosts(Actor actor, Activity activity) {
        Activity.Person person = activity.people().get(Who.post(actor.post()));
        return person != null && person.part() == Activity.Part.HOST;
    }

    boolean sees(Actor actor, Kind kind, Activity activity) {
        return activity.plan().open() || seesInside(actor, kind, activity);
    }

    /** Whether they see what is not for everybody: who comes, what was found. */
    boolean seesInside(Actor actor, Kind kind, Activity activity) {
        boolean within = actor.reach().coversUnit(activity.planner().unit())
                || actor.reach().coversPlace(activity.plan().place());
        return runs(actor, kind, activity)
                || actor.staff()
                        && (activity.people().containsKey(Who.post(actor.post()))
                                || kind.publicity() != Kind.Publicity.PRIVATE && within);
    }
}

package org.huiyin.matter;

import org.huiyin.org.Actor;
import org.huiyin.programme.StepRule;

/** Who may begin a matter: the relations of a step that do not need one. */
public final class Beginnings {

    private Beginnings() {}

    /** Whether this person may take a step with which matters begin; where it may then lie is decided when it is taken. */
    public static boolean open(StepRule step, Actor actor) {
        return step.from().isEmpty() && step.by().stream().anyMatch(relation -> Relations.holds(relation, actor, null));
    }
}

package org.huiyin.circuit;

import java.util.List;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.huiyin.programme.Field;

/**
 * The forms of a group's page, as they were sent or as the group stands.
 *
 * @param units its units, for the plan of a round
 */
public record GroupForm(Filled filled, Field unitsField, Options options, List<Unit> units) {

    /** A unit a round may be planned for. */
    public record Unit(int id, String name) {}
}

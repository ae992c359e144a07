package org.huiyin.assessment;

import gg.jte.Content;
import java.util.List;
import org.huiyin.assessment.AssessmentView.Alarmed;
import org.huiyin.assessment.AssessmentView.Cell;
import org.huiyin.assessment.AssessmentView.Choice;
import org.jspecify.annotations.Nullable;

/**
 * The page of a unit.
 *
 * @param kind its class
 * @param open whether the reader is told more than everybody is; without it everything from {@code counts} on is empty
 * @param rank its place in its class, in words; "" when the class is not ranked
 * @param rates its measures beside those of its class
 * @param counts how often each part was counted for it
 * @param panels what other features say of it
 * @param ask where an exclusion is asked for; null when the reader may not ask
 */
public record UnitView(
        String name,
        String code,
        String kind,
        boolean open,
        String period,
        List<Choice> periods,
        String rank,
        List<Rate> rates,
        List<Count> counts,
        List<Alarmed> alarms,
        List<ExclusionView> exclusions,
        Count excluded,
        @Nullable String ask,
        List<Content> panels) {

    /** A measure of the unit and of all units of its class together. */
    public record Rate(String name, Cell own, Cell all, String change) {}
}

package org.huiyin.assessment;

import java.util.List;

/**
 * The exclusions of a period, and the form that asks for one.
 *
 * @param unit the name of the unit it is narrowed to; "" for all
 * @param only whether it is narrowed to what is left out now
 * @param all its address without being narrowed
 * @param classes what a matter may be left out for
 * @param number of the matter the form begins with
 */
public record ExclusionList(
        String programme,
        String period,
        List<AssessmentView.Choice> periods,
        String unit,
        boolean only,
        String all,
        List<ExclusionView> rows,
        List<AssessmentView.Choice> classes,
        String number) {}

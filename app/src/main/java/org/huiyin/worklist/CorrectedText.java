package org.huiyin.worklist;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.frame.Page;
import org.huiyin.matter.Step;
import org.huiyin.matter.TextPlace;
import org.huiyin.privacy.Correction;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.track.Discretion;
import org.huiyin.track.Moment;

/** Says in words which stretch of which text a step blanked or let be read: the step stores positions, which tell nobody anything. */
final class CorrectedText {

    /** What is said by this sentence instead. */
    private static final Set<String> PLACES = Set.of(TextPlace.TEXT, TextPlace.FROM, TextPlace.TO);

    private CorrectedText() {}

    /** Whether a field of the step is but part of where the stretch stands. */
    static boolean tells(StepRule rule, Field field) {
        return rule.publishing() == StepRule.Publishing.CORRECTS && PLACES.contains(field.name());
    }

    /**
     * The text and, where the reader may read it, the stretch.
     *
     * @param steps all of the matter's
     */
    static Optional<Moment.Fact> fact(
            Page page, Programme programme, List<Step> steps, StepRule rule, Step step, Discretion discretion) {
        Optional<Field> name = rule.form().field(TextPlace.TEXT).filter(field -> discretion.mayRead(step, field));
        return rule.publishing() != StepRule.Publishing.CORRECTS || name.isEmpty()
                ? Optional.empty()
                : TextPlace.corrected(step.fields())
                        .map(corrected -> new Moment.Fact(
                                page.t(name.get().title()),
                                words(page, programme, steps, corrected, discretion),
                                false));
    }

    private static String words(
            Page page, Programme programme, List<Step> steps, TextPlace.Corrected corrected, Discretion discretion) {
        TextPlace place = corrected.place();
        Optional<Step> written =
                steps.stream().filter(one -> one.seq() == place.seq()).findFirst();
        Optional<StepRule> rule = written.flatMap(one -> programme.step(one.name()));
        Optional<Field> field = rule.flatMap(one -> one.form().field(place.field()));
        if (written.isEmpty() || rule.isEmpty() || field.isEmpty()) {
            return page.t("worklist.corrected.unknown", place.seq());
        }
        String where = page.t(
                "worklist.corrected",
                place.seq(),
                page.t(rule.get().title()),
                page.t(field.get().title()));
        return stretch(written.get(), field.get(), corrected.correction(), discretion)
                .map(words -> page.t("worklist.corrected.words", where, words))
                .orElse(where);
    }

    /** As this reader may read the text; empty where they may not, and where it was erased since. */
    private static Optional<String> stretch(Step step, Field field, Correction correction, Discretion discretion) {
        Object value = step.fields().get(field.name());
        if (value == null || !discretion.mayRead(step, field)) {
            return Optional.empty();
        }
        String shown = String.valueOf(discretion.shown(step, field, value));
        return correction.to() > shown.length()
                ? Optional.empty()
                : Optional.of(shown.substring(correction.from(), correction.to()));
    }
}

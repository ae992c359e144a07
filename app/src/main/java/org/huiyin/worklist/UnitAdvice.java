package org.huiyin.worklist;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.programme.StepRule;
import org.jspecify.annotations.Nullable;

/** What a feature suggests to whoever chooses a unit for matters. The feature fills it, the form places it, and a person decides. */
public interface UnitAdvice {

    /**
     * Suggestions for one form.
     *
     * @param units what stands beside the name of each unit, the likeliest first; on top of those to pick from
     * @param shown what the form says; null when nothing is sure enough to be said
     */
    record Advised(Map<Integer, String> units, @Nullable Content shown) {

        public static final Advised NONE = new Advised(Map.of(), null);
    }

    /** For one matter, or for many that take the step together. */
    Advised of(Page page, StepRule step, List<Matter> matters);
}

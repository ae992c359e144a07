package org.huiyin.supervision;

import java.util.List;
import org.huiyin.evidence.HandedIn;
import org.jspecify.annotations.Nullable;

/** An instrument on its page, with everything that was answered, and what its reader may do. */
public record InstrumentSheet(InstrumentView one, List<AnswerView> answers, May may, Draft draft) {

    /**
     * What the reader may do now.
     *
     * @param head whether the head of their unit answers it, not they
     */
    public record May(boolean answer, boolean head, boolean judge, boolean withdraw) {}

    /**
     * What was typed and not taken.
     *
     * @param error why; null at first
     */
    public record Draft(
            String text, HandedIn files, @Nullable String error) {}
}

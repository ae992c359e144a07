package org.huiyin.publicity;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.huiyin.matter.StepScribe;
import org.huiyin.matter.Writes;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.StepRule;
import org.springframework.stereotype.Component;

/** Notes that a public text was corrected or taken out of view, so that no file made before is handed out any more. */
@Component
class Recall implements StepScribe {

    private final Programmes programmes;
    private final AtomicBoolean recalled = new AtomicBoolean();
    /** Set by the writer that wrote such a step, until it has stored it: a writer stores what it wrote in the same thread. */
    private final ThreadLocal<Boolean> written = ThreadLocal.withInitial(() -> false);

    Recall(Programmes programmes) {
        this.programmes = programmes;
    }

    @Override
    public void scribe(Writes writes, List<Accepted> batch) {
        for (Accepted one : batch) {
            boolean changes = programmes
                    .version(one.after().programme(), one.after().programmeVersion())
                    .step(one.step().name())
                    .map(StepRule::publishing)
                    .filter(publishing -> publishing != StepRule.Publishing.NONE)
                    .isPresent();
            if (changes) {
                written.set(true);
            }
        }
    }

    @Override
    public void stored() {
        if (written.get()) {
            written.remove();
            recalled.set(true);
        }
    }

    boolean isOut() {
        return recalled.get();
    }

    /** Takes the note: whoever asks throws the files away. */
    boolean take() {
        return recalled.getAndSet(false);
    }
}

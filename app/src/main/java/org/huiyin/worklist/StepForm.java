package org.huiyin.worklist;

import gg.jte.Content;
import java.util.List;
import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.huiyin.programme.Field;
import org.huiyin.programme.StepRule;
import org.jspecify.annotations.Nullable;

/**
 * A step's form, empty or as it was filled in.
 *
 * @param expected the version of the matter it was made for
 * @param key the idempotency key it will be sent with
 * @param options units and places to pick, the likely ones first
 * @param advice what is suggested for it; null when nothing is
 * @param files what is attached, and what was wrong with it
 * @param trouble why it was not taken; null at first
 * @param since what others did since the form was opened
 * @param publishes whether the public will read something of it
 * @param preview the texts as the public will read them; null when nobody asked
 */
public record StepForm(
        StepRule rule,
        int expected,
        String key,
        Filled filled,
        Options options,
        @Nullable Content advice,
        HandedIn files,
        @Nullable String trouble,
        List<MatterView.DeskMoment> since,
        boolean publishes,
        @Nullable List<PublicWords> preview) {

    /** A text of the form as the public will read it; null when it will not. */
    public record PublicWords(String name, @Nullable String text) {}

    public String prefix() {
        return "s-";
    }

    public boolean careful() {
        return rule.tone() == StepRule.Tone.CAREFUL;
    }

    /** Proof is asked for where the programme wants it, and welcome wherever something is explained. */
    public boolean takesFiles() {
        return rule.evidence() > 0
                || rule.form().fields().stream()
                        .anyMatch(field -> field.required() && field.type() == Field.Type.LONG_TEXT);
    }
}

package org.huiyin.replay;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.Refusal;
import org.huiyin.programme.FieldError;

/** Says in a few words why a step was not done. */
final class Reasons {

    private Reasons() {}

    /** Empty when it was. */
    static Optional<String> why(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Done done -> Optional.empty();
            case Outcome.NoSuchMatter none -> Optional.of("there is no such matter");
            case Outcome.NotYours not -> Optional.of("an import may not take this step");
            case Outcome.Stale stale -> Optional.of("somebody acted in between");
            case Outcome.Refused refused -> Optional.of(why(refused.why()));
        };
    }

    private static String why(Refusal refusal) {
        return switch (refusal) {
            case Refusal.UnknownStep unknown -> "the programme has no such step";
            case Refusal.UnknownProgramme unknown -> "the programme was not in force then";
            case Refusal.WrongState state -> "not possible from the state " + state.state();
            case Refusal.WindowClosed closed -> closed.text().en();
            case Refusal.GuardFailed guard -> guard.text().en();
            case Refusal.BadFields fields ->
                fields.errors().stream().map(Reasons::field).collect(Collectors.joining(" "));
            case Refusal.EvidenceMissing missing -> missing.needed() + " attachments are missing";
            case Refusal.MergeTarget target -> "cannot be merged into that one: " + words(target.why());
            case Refusal.BadTime time -> "impossible time: " + words(time.why());
            case Refusal.KeyReused reused -> "its key was used for the step " + reused.step();
        };
    }

    private static String field(FieldError error) {
        return error.field() + ": " + error.text(Locale.ENGLISH);
    }

    private static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}

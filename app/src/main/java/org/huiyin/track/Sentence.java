package org.huiyin.track;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.matter.Step;
import org.huiyin.programme.Field;
import org.huiyin.programme.StepRule;

/** The sentence a programme says about a step once it is done: {@code 已派给{lead}}, its gaps filled from the form. */
public final class Sentence {

    private static final Pattern GAP = Pattern.compile("\\{([a-z0-9-]+)}");

    private Sentence() {}

    /**
     * The sentence in the reader's words.
     *
     * @param said a field in words; empty where it was not filled in or this reader may not read it
     * @return empty when it would say something they may not know, or something nobody filled in
     */
    public static Optional<String> fill(
            String phrase, StepRule rule, Step step, Spoken spoken, Function<Field, Optional<String>> said) {
        Matcher gap = GAP.matcher(phrase);
        StringBuilder text = new StringBuilder();
        while (gap.find()) {
            Optional<String> value = gap.group(1).equals("unit")
                    ? Optional.of(step.by().unit()).filter(unit -> unit != 0).map(spoken::unit)
                    : rule.form().field(gap.group(1)).flatMap(said);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            gap.appendReplacement(text, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(gap.appendTail(text).toString());
    }
}

package org.huiyin.matter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.org.Role;
import org.huiyin.privacy.Correction;
import org.huiyin.privacy.Finding;
import org.huiyin.privacy.Kind;
import org.huiyin.privacy.Masking;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.programme.StepRule.Publishing;

/**
 * What is blanked in the texts of a matter: what the detector finds, and after that what people decided about places in them. The one answer
 * for whoever must not learn of whom a text speaks: the public, the unit complained of, whoever looks back.
 */
public final class Blanking {

    /** Of texts nobody decided anything about. */
    static final Blanking UNDECIDED = new Blanking(Map.of());

    private final Map<TextPlace, List<Correction>> decided;

    private Blanking(Map<TextPlace, List<Correction>> decided) {
        this.decided = decided;
    }

    /** Of the texts of a matter with these steps. */
    public static Blanking of(Programme programme, List<Step> history) {
        return new Blanking(history.stream()
                .filter(step -> programme
                        .step(step.name())
                        .map(StepRule::publishing)
                        .filter(Publishing.CORRECTS::equals)
                        .isPresent())
                .flatMap(step -> TextPlace.corrected(step.fields()).stream())
                .collect(Collectors.groupingBy(
                        TextPlace.Corrected::place,
                        Collectors.mapping(TextPlace.Corrected::correction, Collectors.toList()))));
    }

    /** A text of a step with its blanks. */
    public String text(Step step, Field field, String text) {
        return Masking.mask(text, spared(officially(step)), decided(step, field));
    }

    /** The stretches of a text of a step that are blanked. */
    public List<Finding> in(Step step, Field field, String text) {
        return Masking.blanked(text, spared(officially(step)), decided(step, field));
    }

    /** A text nobody has handed in yet. */
    static String beforehand(String text, boolean byStaff) {
        return Masking.mask(text, spared(byStaff), List.of());
    }

    private List<Correction> decided(Step step, Field field) {
        return decided.getOrDefault(new TextPlace(step.seq(), field.name()), List.of());
    }

    private static boolean officially(Step step) {
        return step.seq() > 1 && step.by().role() != Role.RESIDENT;
    }

    /** The telephone an office gives in what it writes is its own and meant to be called. */
    private static Set<Kind> spared(boolean byStaff) {
        return byStaff ? Set.of(Kind.LANDLINE) : Set.of();
    }
}

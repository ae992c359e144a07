package org.huiyin.matter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.org.Place;
import org.huiyin.org.Role;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.programme.StepRule.Publishing;

/**
 * What somebody who is no colleague may read of a matter: everybody, or whoever raised it. The one answer for the board, the page of a
 * matter, programs and the log; what a programme says of a field, and narrows for a category, is asked nowhere else.
 */
public final class Publication {

    /** Whose eyes. */
    public enum Eyes {
        EVERYBODY,
        RAISER
    }

    private final Programme programme;
    private final String category;
    private final boolean countsOnly;
    private final boolean withdrawn;
    private final Eyes eyes;
    private final Blanking blanking;

    private Publication(
            Programme programme, String category, boolean countsOnly, boolean withdrawn, Eyes eyes, Blanking blanking) {
        this.programme = programme;
        this.category = category;
        this.countsOnly = countsOnly;
        this.withdrawn = withdrawn;
        this.eyes = eyes;
        this.blanking = blanking;
    }

    /** A matter as it stands; of its texts everything that was decided about places in them is known from its steps. */
    public static Publication of(Programme programme, Matter matter, Eyes eyes, List<Step> history) {
        return new Publication(
                programme,
                matter.category(),
                matter.confidential(),
                matter.withdrawn(),
                eyes,
                Blanking.of(programme, history));
    }

    /** A matter as it stands, for whoever reads no texts of it: of what people decided about those nothing is known here. */
    public static Publication of(Programme programme, Matter matter, Eyes eyes) {
        return of(programme, matter, eyes, List.of());
    }

    /** A matter nobody has raised yet, as everybody will see it. */
    public static Publication beforehand(Programme programme, String category, boolean confidential) {
        boolean countsOnly = confidential || programme.publicity().countsOnly(category);
        return new Publication(programme, category, countsOnly, false, Eyes.EVERYBODY, Blanking.UNDECIDED);
    }

    public Eyes eyes() {
        return eyes;
    }

    /** Whether these eyes see the matter as a count and no more. */
    public boolean countsOnly() {
        return countsOnly && eyes == Eyes.EVERYBODY;
    }

    /** Whether these eyes may read a field of a step. What staff wrote for each other stays with them until the answer is given. */
    public boolean mayRead(Step step, Field field) {
        if (countsOnly() || (withdrawn() && !lasts(field) && publishing(programme, step) != Publishing.WITHDRAWS)) {
            return false;
        }
        return switch (programme.publicity().seen(category, field)) {
            case PUBLIC, MASKED -> !draft(step);
            case RAISER -> eyes == Eyes.RAISER;
            case HANDLERS, SHIELDED -> eyes == Eyes.RAISER && step.byRaiser();
            case SEALED -> false;
        };
    }

    /** Whether these eyes no longer see what was written. */
    public boolean withdrawn() {
        return withdrawn && eyes == Eyes.EVERYBODY;
    }

    private static Publishing publishing(Programme programme, Step step) {
        return programme.step(step.name()).map(StepRule::publishing).orElse(Publishing.NONE);
    }

    /** Whether the step is told at all: what neither moves the matter nor says anything these eyes may read is not. */
    public boolean mayKnowOf(Step step) {
        Optional<StepRule> rule = programme.step(step.name());
        boolean moves = !step.fromState().equals(step.toState());
        if (moves || rule.isEmpty()) {
            return true;
        }
        return step.by().role() != Role.SYSTEM
                && (eyes == Eyes.RAISER
                        || rule.get().form().fields().stream()
                                .anyMatch(field -> step.fields().containsKey(field.name()) && mayRead(step, field)));
    }

    /** Whether these eyes may see what was attached to a step that puts the matter before the raiser: not where its words are kept back. */
    public boolean maySeeEvidence(Step step) {
        return eyes == Eyes.RAISER
                || !countsOnly()
                        && !withdrawn()
                        && fields(step.name()).stream()
                                .filter(field -> field.seen() == Field.Seen.MASKED)
                                .allMatch(field -> mayRead(step, field));
    }

    /**
     * Whether what proves an answer stays back with its words, as its category has it: a later step that everybody may read does not
     * bring it out.
     */
    public boolean keepsBack(Step draft) {
        return eyes != Eyes.RAISER
                && fields(draft.name()).stream()
                        .filter(field -> field.seen() == Field.Seen.MASKED)
                        .anyMatch(field ->
                                programme.publicity().seen(category, field).compareTo(Field.Seen.MASKED) > 0);
    }

    /** The readable fields of a step as values for programs, masked for everybody but the raiser. */
    public Map<String, Object> fields(Step step) {
        Map<String, Object> readable = new LinkedHashMap<>();
        for (Field field : fields(step.name())) {
            Object value = step.fields().get(field.name());
            if (value != null && mayRead(step, field)) {
                readable.put(field.name(), shown(step, field, value));
            }
        }
        return readable;
    }

    /**
     * What everybody may read of a step and may be kept for good, as the log keeps it: choices, figures, days, units, the place down to the
     * village. Never what somebody wrote in words: a text may turn out to name a person and be taken back, or is erased when its time is over.
     */
    public Map<String, Object> lasting(Step step) {
        Map<String, Object> lasting = new LinkedHashMap<>();
        for (Field field : fields(step.name())) {
            Object value = step.fields().get(field.name());
            if (value != null && lasts(field) && mayRead(step, field)) {
                lasting.put(field.name(), shown(step, field, value));
            }
        }
        return lasting;
    }

    /** Whether a field holds a value of a known kind rather than somebody's words or whereabouts. */
    static boolean lasts(Field field) {
        return switch (field.type()) {
            case INTEGER, NUMBER, TRUTH, DATE, INSTANT, CHOICE, CHOICES, UNIT, UNITS, PLACE, MATTER -> true;
            case TEXT, LONG_TEXT, PHONE, POSITION, TRACK -> false;
        };
    }

    /** A place as these eyes may know it: everybody down to the village or community. */
    public String place(String code) {
        int most = Place.Level.VILLAGE.codeLength();
        return eyes == Eyes.RAISER || code.length() <= most ? code : code.substring(0, most);
    }

    /** The title of a matter as these eyes may read it; what sort of matter it is for whoever may not. */
    public String title(Matter matter) {
        return eyes == Eyes.RAISER ? matter.title() : matter.publicTitle();
    }

    /** A readable value of a step as these eyes may read it: blanked, and the place cut off, for everybody. */
    public Object shown(Step step, Field field, Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        return switch (field.type()) {
            case PLACE -> place(text);
            case TEXT, LONG_TEXT -> eyes == Eyes.RAISER ? text : blanking.text(step, field, text);
            default -> text;
        };
    }

    /** A text somebody is about to write, as everybody will read it; empty when they will not. */
    public Optional<String> beforehand(Field field, String text, boolean byStaff) {
        Field.Seen seen = programme.publicity().seen(category, field);
        boolean read = !countsOnly && !withdrawn && (seen == Field.Seen.PUBLIC || seen == Field.Seen.MASKED);
        return read ? Optional.of(Blanking.beforehand(text, byStaff)) : Optional.empty();
    }

    /** What is meant for everybody and written by staff is a draft while it still lies with staff; with it everything the step says. */
    public boolean draft(Step step) {
        return step.by().role() != Role.RESIDENT
                && step.seq() > 1
                && !reaches(step)
                && fields(step.name()).stream().anyMatch(field -> field.seen() == Field.Seen.MASKED);
    }

    /** Whether the step puts the matter before the raiser or ends it. */
    public boolean reaches(Step step) {
        Programme.StateRule to = programme.state(step.toState());
        boolean moves = !step.fromState().equals(step.toState());
        return moves && (to.desk() == Programme.Desk.RAISER || to.end());
    }

    private List<Field> fields(String step) {
        return programme.step(step).map(rule -> rule.form().fields()).orElse(List.of());
    }
}

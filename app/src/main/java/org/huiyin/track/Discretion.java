package org.huiyin.track;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Sight;
import org.huiyin.matter.Blanking;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Step;
import org.huiyin.org.Actor;
import org.huiyin.org.Place;
import org.huiyin.org.Role;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.jspecify.annotations.Nullable;

/**
 * How much of a matter staff are told: the one answer for pages, lists, programs and files. Sealed fields never; the unit complained of
 * moreover learns from no text, place, position or file who complained. Lives for one answer to one reader.
 */
public final class Discretion {

    private final MatterLookup lookup;
    private final Actor reader;
    private final Matter matter;
    private final boolean guarded;
    private @Nullable Blanking blanking;

    private Discretion(MatterLookup lookup, Actor reader, Matter matter) {
        this.lookup = lookup;
        this.reader = reader;
        this.matter = matter;
        this.guarded = matter.complainedOf() != null && !lookup.mayKnowRaiser(reader, matter);
    }

    public static Discretion of(MatterLookup lookup, Actor reader, Matter matter) {
        return new Discretion(lookup, reader, matter);
    }

    /** Whether the reader must not learn who raised it. */
    public boolean guarded() {
        return guarded;
    }

    public boolean mayRead(Step step, Field field) {
        return field.seen() != Field.Seen.SEALED && (!guarded || !tells(field) || own(step));
    }

    /** Whether a field may tell who raised the matter, so that guarded readers do not read it. */
    public static boolean tells(Field field) {
        return field.seen() == Field.Seen.SHIELDED
                || field.type() == Field.Type.POSITION
                || field.type() == Field.Type.TRACK;
    }

    /** The title of the same matter, perhaps as it was a moment ago. */
    public String title(Matter same) {
        return guarded ? same.publicTitle() : same.title();
    }

    /** What is blanked is asked for only where something is; whoever wrote a text knows it. */
    private String text(Step step, Field field, String text) {
        if (!guarded || own(step)) {
            return text;
        }
        if (blanking == null) {
            blanking = Blanking.of(lookup.programmeOf(matter), lookup.history(matter.number()));
        }
        return blanking.text(step, field, text);
    }

    /** A place as this reader may know it: the unit complained of down to the village or community. */
    public String place(String code) {
        int most = Place.Level.VILLAGE.codeLength();
        return guarded && code.length() > most ? code.substring(0, most) : code;
    }

    /** Whether the reader must not see who took this step, because that is who raised it or speaks for them. */
    public boolean hidesWho(Step step) {
        return guarded && step.seq() == 1;
    }

    /** Whether the reader's own unit took the step and knows what it wrote. */
    public boolean own(Step step) {
        boolean handles = reader.role() == Role.HANDLER || reader.role() == Role.UNIT_HEAD;
        boolean byColleague =
                handles && reader.reach().units().contains(step.by().unit());
        return step.seq() > 1
                && step.by().post() != 0
                && (byColleague || step.by().account() == reader.account());
    }

    /** The readable fields of a step, as values for programs. */
    public Map<String, Object> fields(Programme programme, Step step) {
        Map<String, Object> readable = new LinkedHashMap<>();
        for (Field field :
                programme.step(step.name()).map(rule -> rule.form().fields()).orElse(List.of())) {
            Object value = step.fields().get(field.name());
            if (value != null && mayRead(step, field)) {
                readable.put(field.name(), shown(step, field, value));
            }
        }
        return readable;
    }

    /** A readable value of a step as this reader may read it. */
    public Object shown(Step step, Field field, Object value) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> text(step, field, String.valueOf(value));
            case PLACE -> place(String.valueOf(value));
            case PHONE, INTEGER, NUMBER, TRUTH, DATE, INSTANT, CHOICE, CHOICES, UNIT, UNITS, MATTER, POSITION, TRACK ->
                value;
        };
    }

    /** What the reader sees of the files of a step. What the raiser handed in, or what was written about them, may bear their name. */
    public Sight sight(Programme programme, Step step) {
        boolean ofRaiser = step.seq() == 1
                || step.by().role() == Role.RESIDENT
                || programme.step(step.name()).stream()
                        .flatMap(rule -> rule.form().fields().stream())
                        .anyMatch(field -> field.seen() == Field.Seen.SHIELDED);
        return guarded && ofRaiser && !own(step) ? Sight.PICTURES : Sight.WHOLE;
    }

    /** The files of a matter's steps as the reader sees them. */
    public List<Attachment> files(Programme programme, List<Step> history, List<Attachment> files) {
        Map<Integer, Step> steps = history.stream().collect(Collectors.toMap(Step::seq, Function.identity()));
        return files.stream()
                .flatMap(file -> {
                    Step step = steps.get(file.step());
                    return (step == null ? Sight.NOTHING : sight(programme, step)).show(file).stream();
                })
                .toList();
    }
}

package org.huiyin.track;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Step;
import org.huiyin.org.Actor;
import org.huiyin.privacy.Masking;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;

/**
 * How much of a matter staff are told. Sealed fields never; the unit complained of moreover learns from no text and no position who
 * complained.
 *
 * @param guarded whether the reader must not learn who raised it
 */
public record Discretion(boolean guarded) {

    public static Discretion of(MatterLookup lookup, Actor reader, Matter matter) {
        return new Discretion(matter.complainedOf() != null && !lookup.mayKnowRaiser(reader, matter));
    }

    public boolean mayRead(Field field) {
        return switch (field.seen()) {
            case PUBLIC, MASKED, RAISER, HANDLERS -> !guarded || field.type() != Field.Type.POSITION;
            case SEALED -> false;
        };
    }

    public String text(String text) {
        return guarded ? Masking.mask(text) : text;
    }

    /** The readable fields of a step, as values for programs. */
    public Map<String, Object> fields(Programme programme, Step step) {
        Map<String, Object> readable = new LinkedHashMap<>();
        for (Field field :
                programme.step(step.name()).map(rule -> rule.form().fields()).orElse(List.of())) {
            Object value = step.fields().get(field.name());
            if (value != null && mayRead(field)) {
                boolean text = field.type() == Field.Type.TEXT || field.type() == Field.Type.LONG_TEXT;
                readable.put(field.name(), text ? text(String.valueOf(value)) : value);
            }
        }
        return readable;
    }
}

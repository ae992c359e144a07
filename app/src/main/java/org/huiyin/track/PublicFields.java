package org.huiyin.track;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.matter.Step;
import org.huiyin.org.Place;
import org.huiyin.privacy.Masking;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;

/** What a reader who is not staff may read of a matter's steps, as values for programs; the pages say the same in words. */
public final class PublicFields {

    private final Programme programme;
    private final View view;

    private PublicFields(Programme programme, View view) {
        this.programme = programme;
        this.view = view;
    }

    public static PublicFields of(Programme programme, boolean raiser) {
        return new PublicFields(programme, raiser ? View.RAISER : View.PUBLIC);
    }

    public boolean mayKnowOf(Step step) {
        return view.mayKnowOf(programme, step);
    }

    /** The readable fields of a step, masked for everybody but the raiser. */
    public Map<String, Object> fields(Step step) {
        Map<String, Object> readable = new LinkedHashMap<>();
        for (Field field :
                programme.step(step.name()).map(rule -> rule.form().fields()).orElse(List.of())) {
            Object value = step.fields().get(field.name());
            if (value != null && view.mayRead(programme, step, field)) {
                readable.put(field.name(), shown(field, value));
            }
        }
        return readable;
    }

    /** A place as the public may know it: down to the village or community. */
    public String place(String code) {
        int most = Place.Level.VILLAGE.codeLength();
        return view == View.RAISER || code.length() <= most ? code : code.substring(0, most);
    }

    private Object shown(Field field, Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        return field.type() == Field.Type.PLACE ? place(text) : text(text);
    }

    public String text(String text) {
        return view == View.RAISER ? text : Masking.mask(text);
    }
}

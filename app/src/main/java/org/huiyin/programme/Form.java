package org.huiyin.programme;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The fields a step asks for. One object serves the page, the API and the check, so that none can differ. */
public record Form(List<Field> fields) {

    public static final Form NONE = new Form(List.of());

    public Form {
        fields = List.copyOf(fields);
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(f -> f.name().equals(name)).findFirst();
    }

    /**
     * Checks what somebody filled in. Values may be text (as a page sends them) or already typed (as the API does).
     *
     * @param importing whether fields that only an import may fill are allowed
     * @param today the day that bounds of dates count from, in the city's zone
     */
    public Checked check(Map<String, Object> raw, boolean importing, LocalDate today) {
        return FormCheck.of(this, importing, today).check(raw);
    }

    /** The form as JSON Schema 2020-12, its titles in one language; ready to be written as JSON. */
    public Map<String, Object> jsonSchema(Locale locale) {
        return FormSchema.of(this, locale);
    }

    /**
     * What came of it.
     *
     * @param values typed and normalised; without what was left empty
     * @param errors empty when the form is right
     */
    public record Checked(Map<String, Object> values, List<FieldError> errors) {}
}

package org.huiyin.programme;

import java.util.List;
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
}

package org.huiyin.api;

import java.lang.reflect.Type;
import java.util.List;
import org.huiyin.key.Scope;
import org.jspecify.annotations.Nullable;

/**
 * One address of the API with one method.
 *
 * @param group the noun it belongs to, in small letters
 * @param verb what it does with it: the name of the controller's method
 * @param scopes of these a key needs one
 * @param open whether anybody may call it
 * @param body the record it takes; null for none
 * @param files whether it takes files instead
 * @param answer what it gives; null for nothing
 */
record Operation(
        String method,
        String path,
        String group,
        String verb,
        List<Scope> scopes,
        boolean open,
        List<Parameter> parameters,
        @Nullable Class<?> body,
        boolean files,
        @Nullable Type answer,
        int status) {

    /** @param in {@code path}, {@code query} or {@code header} */
    record Parameter(String name, String in, boolean required) {}

    /** The name of its texts, and of its id in documents. */
    String text() {
        return "api.op." + group + "." + verb;
    }
}

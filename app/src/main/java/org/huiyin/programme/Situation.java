package org.huiyin.programme;

import dev.cel.common.values.NullValue;
import java.math.BigDecimal;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The variables of a condition, made forgiving: a name that is absent is null, 0, false or "", and a dash may be written as an underscore. */
final class Situation {

    private Situation() {}

    static Object value(String name, Map<String, Object> variables) {
        Object given = variables.get(name);
        return switch (name) {
            case "fields" -> new Names(given, NullValue.NULL_VALUE);
            case "times" -> new Names(given, 0L);
            case "last" -> new Names(given, Map.of());
            case "overdue" -> new Names(given, false);
            case "left" -> new Names(given, -1L);
            case "round" -> given == null ? (Object) 1L : asCel(given);
            default -> given == null ? "" : asCel(given);
        };
    }

    private static Object asCel(Object value) {
        return switch (value) {
            case Integer whole -> whole.longValue();
            case BigDecimal number -> number.doubleValue();
            default -> value;
        };
    }

    /** A view of a map in which every name exists. */
    private static final class Names extends AbstractMap<String, Object> {
        private final Map<?, ?> given;
        private final Object absent;

        Names(@Nullable Object given, Object absent) {
            this.given = given instanceof Map<?, ?> map ? map : Map.of();
            this.absent = absent;
        }

        @Override
        public boolean containsKey(@Nullable Object key) {
            return true;
        }

        @Override
        public Object get(@Nullable Object key) {
            Object value = key == null ? null : given.get(key);
            if (value == null && key instanceof String name && name.indexOf('_') >= 0) {
                value = given.get(name.replace('_', '-'));
            }
            Object found = value == null ? absent : value;
            return found instanceof Map<?, ?> map ? new Names(map, NullValue.NULL_VALUE) : asCel(found);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Set<Entry<String, Object>> entrySet() {
            return ((Map<String, Object>) given).entrySet();
        }
    }
}

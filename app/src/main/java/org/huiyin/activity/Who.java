package org.huiyin.activity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Somebody who has to do with an activity. */
public record Who(Sort sort, long id) {

    /** Where their name stands. */
    public enum Sort {
        /** At a post of the house. */
        POST,
        /** In a register. */
        ENTRY,
        /** Nowhere: they gave a telephone. */
        GUEST;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static Who post(long id) {
        return new Who(Sort.POST, id);
    }

    public static Who entry(long id) {
        return new Who(Sort.ENTRY, id);
    }

    public static Who guest(long id) {
        return new Who(Sort.GUEST, id);
    }

    /**
     * Reads {@code post:7}.
     *
     * @throws IllegalArgumentException when it is written otherwise
     */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Who of(String written) {
        if (!written.matches("(post|entry|guest):[0-9]{1,18}")) {
            throw new IllegalArgumentException("nobody is called " + written);
        }
        int colon = written.indexOf(':');
        return new Who(
                Sort.valueOf(written.substring(0, colon).toUpperCase(Locale.ROOT)),
                Long.parseLong(written.substring(colon + 1)));
    }

    @JsonValue
    @Override
    public String toString() {
        return sort.key() + ":" + id;
    }
}

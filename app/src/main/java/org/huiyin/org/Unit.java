package org.huiyin.org;

import java.util.List;
import java.util.Locale;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * A body that can be given a matter: a government, a bureau, a company, an office, a section.
 *
 * @param id stable number, used in reach and on matters
 * @param code what people and files call it; unique
 * @param parent null for the outermost
 * @param place the place it answers for; null when it is none in particular
 * @param dispatchOffice whether it dispatches the matters of its place
 * @param active whether it may be given anything new
 * @param duties the categories it answers for by its office
 */
public record Unit(
        int id,
        String code,
        Text name,
        @Nullable Integer parent,
        Kind kind,
        @Nullable String place,
        boolean dispatchOffice,
        boolean active,
        List<String> duties) {

    public Unit {
        duties = List.copyOf(duties);
    }

    /** The class of a unit; units are compared and ranked within it. */
    public enum Kind {
        CITY,
        COUNTY,
        TOWN,
        VILLAGE,
        DEPARTMENT,
        ENTERPRISE,
        OFFICE,
        SECTION;

        /** The word of the table, of city files and of messages. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}

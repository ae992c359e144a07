package org.huiyin.register;

import java.util.List;
import org.huiyin.frame.Options;
import org.huiyin.map.Drawing;
import org.jspecify.annotations.Nullable;

/**
 * One page of a register.
 *
 * @param heads the names of the register's own columns
 * @param present how many there are today within reach and place
 * @param capped whether more was found than is put in order
 * @param map the parts of the chosen place with their counts; null while searching
 * @param exported the parameters under which the list is taken along
 */
public record EntryList(
        Register register,
        EntryAddress address,
        List<String> heads,
        List<Row> rows,
        long present,
        boolean capped,
        @Nullable String older,
        boolean edits,
        Filters filters,
        @Nullable Drawing map,
        String exported) {

    /** One entry. */
    public record Row(
            String path, String number, String name, List<String> cells, String place, String unit, String state) {}

    /** What the list can be narrowed by. */
    public record Filters(List<Options.Group> places, List<Options.Option> kinds, List<Options.Option> states) {}

    public boolean hasKinds() {
        return !filters.kinds().isEmpty();
    }
}

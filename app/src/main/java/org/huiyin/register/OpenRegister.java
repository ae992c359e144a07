package org.huiyin.register;

import java.util.List;
import org.huiyin.frame.Options;
import org.jspecify.annotations.Nullable;

/**
 * What anybody may see of a register: the public fields of those who are on it.
 *
 * @param heads the names of the public fields beside the name
 * @param place the code the list is narrowed to; "" for the whole city
 */
public record OpenRegister(
        String title,
        String path,
        List<String> heads,
        List<Row> rows,
        long present,
        String place,
        List<Options.Group> places,
        @Nullable String older) {

    /** One entry. */
    public record Row(String number, String name, List<String> cells, String place) {}
}

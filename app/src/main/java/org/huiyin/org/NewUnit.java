package org.huiyin.org;

import java.util.List;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/** A unit to be set up; {@code parent} is the code of the unit above, null for the outermost. */
public record NewUnit(
        String code,
        Text name,
        @Nullable String parent,
        Unit.Kind kind,
        @Nullable String place,
        boolean dispatchOffice,
        List<String> duties) {

    public NewUnit {
        duties = List.copyOf(duties);
    }
}

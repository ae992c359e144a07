package org.huiyin.sample;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.huiyin.matter.MatterNumber;

/** Where a page of drawn matters ended: they stand by month and number. */
public record After(YearMonth month, long matter) {

    public static final After START = new After(YearMonth.of(1990, 1), 0);

    static After of(YearMonth month, MatterNumber matter) {
        return new After(month, matter.id());
    }

    /** Reads what {@link #cursor} wrote; whatever an address says wrongly is the top. */
    static After read(String cursor) {
        try {
            return cursor.matches("\\d{4}-\\d\\d\\.\\d{11}")
                    ? new After(YearMonth.parse(cursor.substring(0, 7)), Long.parseLong(cursor.substring(8)))
                    : START;
        } catch (DateTimeParseException e) {
            return START;
        }
    }

    String cursor() {
        return month + "." + matter;
    }
}

package org.huiyin.mechanism;

import java.util.List;
import org.huiyin.frame.Options;

/**
 * A list for offices, in groups, with the light of each matter.
 *
 * @param kept whether some or all of it is kept from this reader, because it is told to nobody but those who handle it
 * @param tooMany whether there are more than a ledger holds
 */
public record LedgerView(
        String title,
        String path,
        List<WallView.Tab> ledgers,
        int year,
        int thisYear,
        String category,
        List<Options.Option> categories,
        String light,
        List<LightCount> lights,
        int missing,
        boolean kept,
        boolean tooMany,
        String rates,
        List<Group> groups) {

    /** How many stand so. */
    public record LightCount(String key, String title, String tone, int count) {}

    /** What came from one meeting, or stands on one rung. */
    public record Group(String title, String more, String summary, List<Row> rows) {}

    /**
     * One matter.
     *
     * @param told what was last said of it
     * @param missing since when a report is missing; "" when none is
     */
    public record Row(
            String number,
            String title,
            String unit,
            String state,
            String light,
            String tone,
            String due,
            List<String> told,
            String missing) {}
}

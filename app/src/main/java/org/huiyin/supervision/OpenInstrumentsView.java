package org.huiyin.supervision;

import java.time.Instant;
import java.util.List;
import org.huiyin.frame.BoardCounts;
import org.huiyin.frame.Options;
import org.jspecify.annotations.Nullable;

/**
 * Instruments as a public page shows them.
 *
 * @param kinds how many of each kind, by how they ended, in the order of {@code states}
 */
public record OpenInstrumentsView(
        BoardCounts.Counts counts,
        String unitName,
        List<String> states,
        List<Kind> kinds,
        List<Row> rows,
        List<Options.Option> kindChoices,
        List<Options.Option> stateChoices,
        String kind,
        String state,
        String unit,
        boolean first,
        @Nullable String older) {

    /** How many of a kind there are, in all and by state. */
    public record Kind(String name, long all, List<Long> byState) {}

    /** One instrument. */
    public record Row(
            String number,
            String kind,
            String matter,
            String title,
            String unit,
            String unitAddress,
            String issuer,
            Instant servedAt,
            Instant answerBy,
            String state,
            String tone,
            @Nullable Instant endedAt) {}
}

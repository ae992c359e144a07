package org.huiyin.supervision;

import java.time.Instant;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * An instrument in the reader's words.
 *
 * @param signer who signed it, or in whose name Huiyin did
 * @param answerable whether it may be answered in writing by anybody
 * @param endedAt null while it is open
 * @param endedBy empty when nobody's hand ended it
 */
public record InstrumentView(
        long id,
        String number,
        String kind,
        String kindName,
        String text,
        String matter,
        String title,
        String unit,
        String issuer,
        String signer,
        Instant servedAt,
        Instant answerBy,
        boolean answerable,
        String state,
        String stateName,
        String tone,
        @Nullable Instant endedAt,
        String endedBy,
        String note) {

    static InstrumentView of(Page page, Organisation organisation, Ladders ladders, Instrument one) {
        Instrument.Ended ended = one.ended();
        return new InstrumentView(
                one.id(),
                page.t(one.number()),
                one.kind(),
                page.t(ladders.name(one.kind())),
                page.t(one.text()),
                one.matter().toString(),
                one.title(),
                organisation.units().name(one.unit(), page.locale()),
                organisation.units().name(one.issuer(), page.locale()),
                one.signer() == null ? "" : one.signer(),
                one.servedAt(),
                one.answerBy(),
                ladders.kinds().stream().anyMatch(rung -> rung.kind().equals(one.kind()) && rung.answerable()),
                one.state(),
                page.t("supervision.state." + one.state()),
                tone(one.state()),
                ended == null ? null : ended.at(),
                ended == null || ended.by() == null ? "" : ended.by(),
                ended == null ? "" : ended.note());
    }

    private static String tone(String state) {
        return switch (state) {
            case "open" -> "problem";
            case "lapsed" -> "late";
            case "answered" -> "task";
            case "discharged" -> "result";
            default -> "rest";
        };
    }
}

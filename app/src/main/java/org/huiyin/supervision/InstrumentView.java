package org.huiyin.supervision;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.jspecify.annotations.Nullable;

/**
 * An instrument in the reader's words.
 *
 * @param unitPath the page of the unit it is served on
 * @param signer who signed it, or in whose name Huiyin did
 * @param servedOn the day it was served, with its year
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
        String unitPath,
        String issuer,
        String signer,
        Instant servedAt,
        String servedOn,
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
        boolean answerable =
                ladders.kinds().stream().anyMatch(rung -> rung.kind().equals(one.kind()) && rung.answerable());
        return new InstrumentView(
                one.id(),
                page.t(one.number()),
                one.kind(),
                page.t(ladders.name(one.kind())),
                page.t(one.text()),
                one.matter().toString(),
                one.title(),
                organisation.units().name(one.unit(), page.locale()),
                path(organisation, one.unit()),
                organisation.units().name(one.issuer(), page.locale()),
                one.signer() == null ? "" : one.signer(),
                one.servedAt(),
                day(page, one.servedAt()),
                one.answerBy(),
                answerable,
                one.state(),
                page.t("supervision.state." + (answerable ? "" : "notice-") + one.state()),
                answerable ? tone(one.state()) : "rest",
                ended == null ? null : ended.at(),
                ended == null || ended.by() == null ? "" : ended.by(),
                ended == null ? "" : ended.note());
    }

    /** The unit's own page. */
    private static String path(Organisation organisation, int unit) {
        return "/units/" + organisation.units().find(unit).map(Unit::code).orElse("");
    }

    /** The date of a paper, which is read for years. */
    private static String day(Page page, Instant at) {
        return DateTimeFormatter.ofPattern(page.lang().equals("en") ? "d MMMM yyyy" : "yyyy年M月d日", page.locale())
                .format(at.atZone(Formats.ZONE));
    }

    static String tone(String state) {
        return switch (state) {
            case "open" -> "problem";
            case "lapsed" -> "late";
            case "answered" -> "task";
            case "accepted", "discharged" -> "result";
            default -> "rest";
        };
    }
}

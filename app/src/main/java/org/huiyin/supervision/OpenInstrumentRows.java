package org.huiyin.supervision;

import java.util.Map;
import java.util.stream.Stream;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads from an address which open instruments are meant, and says each in the reader's words. */
@Component
class OpenInstrumentRows {

    private final Ladders ladders;
    private final Organisation organisation;

    OpenInstrumentRows(Ladders ladders, Organisation organisation) {
        this.ladders = ladders;
        this.organisation = organisation;
    }

    /** The conditions of an address; what is unknown is refused. */
    OpenInstruments.Narrowed narrowed(Map<String, String> asked) {
        String kind = asked.getOrDefault("kind", "");
        String state = asked.getOrDefault("state", "");
        String unit = asked.getOrDefault("unit", "");
        String before = asked.getOrDefault("before", "");
        known(
                kind.isEmpty()
                        || ladders.kinds().stream().anyMatch(rung -> rung.kind().equals(kind)),
                kind);
        known(state.isEmpty() || InstrumentPage.STATES.contains(state), state);
        known(unit.isEmpty() || organisation.units().find(unit).isPresent(), unit);
        known(before.matches("[0-9]{0,18}"), before);
        return new OpenInstruments.Narrowed(
                kind,
                state,
                organisation.units().find(unit).map(Unit::id).orElse(0),
                before.isEmpty() ? Long.MAX_VALUE : Long.parseLong(before));
    }

    OpenInstrumentsView.Row row(Page page, OpenInstruments.One one) {
        boolean answerable =
                ladders.kinds().stream().anyMatch(rung -> rung.kind().equals(one.kind()) && rung.answerable());
        return new OpenInstrumentsView.Row(
                page.t(one.number()),
                page.t(ladders.name(one.kind())),
                one.matter().toString(),
                one.title(),
                organisation.units().name(one.unit(), page.locale()),
                address(
                        "",
                        "",
                        organisation.units().find(one.unit()).map(Unit::code).orElse(""),
                        ""),
                organisation.units().name(one.issuer(), page.locale()),
                one.servedAt(),
                one.answerBy(),
                page.t("supervision.state." + (answerable ? "" : "notice-") + one.state()),
                answerable ? InstrumentView.tone(one.state()) : "rest",
                one.endedAt());
    }

    static String address(String kind, String state, String unit, String before) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/board/instruments");
        Stream.of(
                        Map.entry("kind", kind),
                        Map.entry("state", state),
                        Map.entry("unit", unit),
                        Map.entry("before", before))
                .filter(one -> !one.getValue().isEmpty())
                .forEach(one -> address.queryParam(one.getKey(), one.getValue()));
        return address.encode().toUriString();
    }

    private static void known(boolean known, String asked) {
        if (!known) {
            throw new ProblemException(
                    Problem.of("unknown-filter", 422, asked.length() > 40 ? asked.substring(0, 40) + "…" : asked));
        }
    }
}

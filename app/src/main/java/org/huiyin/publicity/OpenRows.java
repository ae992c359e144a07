package org.huiyin.publicity;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Places;
import org.huiyin.programme.Programme;
import org.springframework.stereotype.Component;

/** Says what the public may know of matters in the reader's words. */
@Component
class OpenRows {

    private final Organisation organisation;
    private final OpenProgrammes programmes;

    OpenRows(Organisation organisation, OpenProgrammes programmes) {
        this.organisation = organisation;
        this.programmes = programmes;
    }

    /** A matter as a list shows it. */
    BoardView.Row matter(Page page, String list, BoardRow row) {
        Optional<Programme> programme = programmes.version(row.programme(), row.programmeVersion());
        Integer lead = row.lead();
        return new BoardView.Row(
                new MatterNumber(row.id()).toString(),
                row.title(),
                place(row.place(), page.locale()),
                category(page, programme, row.category()),
                programme
                        .map(known -> known.states().get(row.state()))
                        .map(state -> page.t(state.title()))
                        .orElse(row.state()),
                programme.map(known -> OpenProgrammes.tone(known, list)).orElse("rest"),
                lead == null ? "" : organisation.units().name(lead, page.locale()),
                row.raisedAt());
    }

    AnswersView.Row answer(Page page, OpenAnswers.Told one) {
        Matter matter = one.matter();
        Optional<Programme> programme = programmes.version(matter.programme(), matter.programmeVersion());
        return new AnswersView.Row(
                matter.number().toString(),
                programme
                        .map(known ->
                                Publication.of(known, matter, Eyes.EVERYBODY).title(matter))
                        .orElse(matter.publicTitle()),
                place(matter.place(), page.locale()),
                category(page, programme, matter.category()),
                organisation.units().name(one.found().unit(), page.locale()),
                one.found().at(),
                one.words());
    }

    static List<Options.Option> categories(Page page, Programme programme) {
        return programme.categories().values().stream()
                .map(category -> new Options.Option(category.name(), page.t(category.title())))
                .toList();
    }

    private static String category(Page page, Optional<Programme> programme, String category) {
        return programme
                .map(known -> known.categories().get(category))
                .map(known -> page.t(known.title()))
                .orElse("");
    }

    /** The code of a place as far as the public may know it. */
    String code(String place) {
        int most = Place.Level.VILLAGE.codeLength();
        return place.length() > most ? place.substring(0, most) : place;
    }

    /** As far as the public may know it: down to the village or community. */
    String place(String code, Locale locale) {
        Places places = organisation.places();
        return places.enclosing(code, Place.Level.VILLAGE)
                .map(village -> places.path(village.code(), locale))
                .orElseGet(() -> places.path(code, locale));
    }
}

package org.huiyin.publicity;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Unit;
import org.huiyin.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads from an address which part of the board is meant; what is unknown is refused. */
@Component
class BoardFilters {

    private static final int LONGEST_WORDS = 60;

    private final OpenProgrammes programmes;
    private final Organisation organisation;

    BoardFilters(OpenProgrammes programmes, Organisation organisation) {
        this.programmes = programmes;
        this.organisation = organisation;
    }

    BoardFilter of(Map<String, String> asked) {
        Programme programme = programme(asked.getOrDefault("programme", ""));
        String list = list(programme, asked.getOrDefault("list", ""));
        return new BoardFilter(
                name(programme),
                list,
                place(asked.getOrDefault("place", "")),
                category(programme, asked.getOrDefault("category", "")),
                unit(asked.getOrDefault("unit", "")),
                state(programme, list, asked.getOrDefault("state", "")),
                new BoardFilter.Days(day(asked.getOrDefault("from", "")), day(asked.getOrDefault("to", ""))),
                words(asked.getOrDefault("q", "")),
                before(asked.getOrDefault("before", "")));
    }

    /** Which answers an address means. */
    OpenAnswers.Asked answers(Map<String, String> asked, OpenAnswers.After after) {
        String unit = unit(asked.getOrDefault("unit", ""));
        return new OpenAnswers.Asked(
                place(asked.getOrDefault("place", "")),
                category(programme(""), asked.getOrDefault("category", "")),
                organisation.units().find(unit).map(Unit::id).orElse(0),
                after);
    }

    static String words(String asked) {
        String words = Normalizer.normalize(asked, Normalizer.Form.NFKC).strip();
        return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
    }

    String unit(String asked) {
        return known(asked.isEmpty() || organisation.units().find(asked).isPresent(), asked);
    }

    /** The newest version of the programme asked for; the board's own when none is. */
    Programme programme(String asked) {
        return programmes.newest(asked).orElseThrow(() -> unknown(asked));
    }

    /** As a filter holds it: the board's own needs no name. */
    String name(Programme programme) {
        return programme.name().equals(programmes.own().name()) ? "" : programme.name();
    }

    String state(Programme programme, String list, String asked) {
        return known(
                asked.isEmpty()
                        || states(programme, list).stream()
                                .anyMatch(state -> state.name().equals(asked)),
                asked);
    }

    /** Everything in a state, of every programme that has it. */
    List<BoardFilter> ofState(String state) {
        return programmes.all().stream()
                .flatMap(programme -> Stream.ofNullable(programme.states().get(state))
                        .map(one -> of(Map.of("programme", programme.name(), "list", one.list(), "state", state))))
                .toList();
    }

    /** The states a matter of the list can be in. */
    static List<Programme.StateRule> states(Programme programme, String list) {
        return programme.states().values().stream()
                .filter(state -> state.list().equals(list))
                .toList();
    }

    static @Nullable LocalDate day(String asked) {
        if (asked.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(asked);
            known(day.getYear() >= 1970 && day.getYear() < 9000, asked);
            return day;
        } catch (DateTimeParseException e) {
            throw unknown(asked);
        }
    }

    static String list(Programme programme, String asked) {
        String list = asked.isEmpty() ? programme.lists().keySet().iterator().next() : asked;
        return known(programme.lists().containsKey(list), list);
    }

    /** A county or a town; finer places are shown with their town. */
    String place(String asked) {
        if (asked.isEmpty()) {
            return "";
        }
        Optional<Place> place = organisation.places().find(asked);
        known(place.isPresent(), asked);
        return organisation
                .places()
                .enclosing(asked, Place.Level.TOWN)
                .or(() -> place)
                .map(Place::code)
                .orElse("");
    }

    static String category(Programme programme, String asked) {
        return known(asked.isEmpty() || programme.categories().containsKey(asked), asked);
    }

    private static @Nullable Long before(String asked) {
        if (asked.isEmpty()) {
            return null;
        }
        known(asked.matches("[0-9]{11}"), asked);
        return Long.valueOf(asked);
    }

    private static String known(boolean known, String asked) {
        if (!known) {
            throw unknown(asked);
        }
        return asked;
    }

    static ProblemException unknown(String asked) {
        return new ProblemException(
                Problem.of("unknown-filter", 422, asked.length() > 40 ? asked.substring(0, 40) + "…" : asked));
    }
}

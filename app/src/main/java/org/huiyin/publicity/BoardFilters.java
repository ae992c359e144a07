package org.huiyin.publicity;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
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
        String list = list(asked.getOrDefault("list", ""));
        return new BoardFilter(
                list,
                place(asked.getOrDefault("place", "")),
                category(asked.getOrDefault("category", "")),
                unit(asked.getOrDefault("unit", "")),
                state(list, asked.getOrDefault("state", "")),
                new BoardFilter.Days(day(asked.getOrDefault("from", "")), day(asked.getOrDefault("to", ""))),
                words(asked.getOrDefault("q", "")),
                before(asked.getOrDefault("before", "")));
    }

    static String words(String asked) {
        String words = Normalizer.normalize(asked, Normalizer.Form.NFKC).strip();
        return words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
    }

    String unit(String asked) {
        return known(asked.isEmpty() || organisation.units().find(asked).isPresent(), asked);
    }

    String state(String list, String asked) {
        return known(
                asked.isEmpty()
                        || states(list).stream().anyMatch(state -> state.name().equals(asked)),
                asked);
    }

    /** Everything in a state; empty where the programme has no such state. */
    Optional<BoardFilter> ofState(String state) {
        return programmes.newest().states().values().stream()
                .filter(one -> one.name().equals(state))
                .map(one -> of(Map.of("list", one.list(), "state", state)))
                .findFirst();
    }

    /** The states a matter of the list can be in. */
    List<Programme.StateRule> states(String list) {
        return programmes.newest().states().values().stream()
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

    String list(String asked) {
        Programme programme = programmes.newest();
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

    String category(String asked) {
        return known(asked.isEmpty() || programmes.newest().categories().containsKey(asked), asked);
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

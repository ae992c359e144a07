package org.huiyin.publicity;

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

    BoardFilter of(Map<String, String> parameters) {
        return of(
                parameters.getOrDefault("list", ""),
                parameters.getOrDefault("place", ""),
                parameters.getOrDefault("category", ""),
                java.text.Normalizer.normalize(parameters.getOrDefault("q", ""), java.text.Normalizer.Form.NFKC)
                        .strip(),
                "");
    }

    BoardFilter of(String list, String place, String category, String words, String before) {
        return new BoardFilter(
                list(list),
                place(place),
                category(category),
                words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words,
                before(before));
    }

    private String list(String asked) {
        Programme programme = programmes.newest();
        String list = asked.isEmpty() ? programme.lists().keySet().iterator().next() : asked;
        return known(programme.lists().containsKey(list), list);
    }

    /** A county or a town; finer places are shown with their town. */
    private String place(String asked) {
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

    private String category(String asked) {
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
            throw new ProblemException(
                    Problem.of("unknown-filter", 422, asked.length() > 40 ? asked.substring(0, 40) + "…" : asked));
        }
        return asked;
    }
}

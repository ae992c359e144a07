package org.huiyin.publicity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.text.Normalizer;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.programme.Programme;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The open board: what was raised, who handles it, what came of it. */
@Controller
class BoardPage {

    private static final int LONGEST_WORDS = 60;

    private final StaticTemplates templates = new StaticTemplates();
    private final Board board;
    private final BoardViews views;
    private final OpenProgrammes programmes;
    private final Organisation organisation;

    BoardPage(Board board, BoardViews views, OpenProgrammes programmes, Organisation organisation) {
        this.board = board;
        this.views = views;
        this.programmes = programmes;
        this.organisation = organisation;
    }

    @GetMapping("/board")
    ResponseEntity<JteModel> show(
            @RequestParam(defaultValue = "") String list,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String before,
            Page page) {
        String words = Normalizer.normalize(q, Normalizer.Form.NFKC).strip();
        Optional<MatterNumber> number = number(words);
        if (number.isPresent()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", "/m/" + number.get())
                    .build();
        }
        BoardFilter filter = new BoardFilter(
                list(list),
                place(place),
                category(category),
                words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words,
                before(before));
        return ResponseEntity.ok(templates.publicityBoard(page, views.of(page, filter, board.read(filter))));
    }

    private static Optional<MatterNumber> number(String words) {
        try {
            return words.length() > 40 ? Optional.empty() : Optional.of(MatterNumber.parse(words));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
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

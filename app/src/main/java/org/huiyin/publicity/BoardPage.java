package org.huiyin.publicity;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.MatterNumber;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The open board: what was raised, who handles it, what came of it. */
@Controller
class BoardPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Board board;
    private final BoardViews views;
    private final BoardFilters filters;

    BoardPage(Board board, BoardViews views, BoardFilters filters) {
        this.board = board;
        this.views = views;
        this.filters = filters;
    }

    @GetMapping("/board")
    ResponseEntity<JteModel> show(@RequestParam Map<String, String> asked, Page page) {
        Optional<MatterNumber> number = number(Normalizer.normalize(asked.getOrDefault("q", ""), Normalizer.Form.NFKC)
                .strip());
        if (number.isPresent()) {
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .header("Location", "/m/" + number.get())
                    .build();
        }
        BoardFilter filter = filters.of(asked);
        return ResponseEntity.ok(templates.publicityBoard(page, views.of(page, filter, board.read(filter))));
    }

    private static Optional<MatterNumber> number(String words) {
        try {
            return words.length() > 40 ? Optional.empty() : Optional.of(MatterNumber.parse(words));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

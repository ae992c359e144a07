package org.huiyin.publicity;

import java.util.List;
import java.util.Locale;
import org.huiyin.frame.BoardCounts;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Publication;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The pictures of the board and of public matters. */
@Controller
class CardPage {

    private final CardPicture picture;
    private final BoardCounts counts;
    private final MatterLookup lookup;
    private final OpenRows rows;

    CardPage(CardPicture picture, BoardCounts counts, MatterLookup lookup, OpenRows rows) {
        this.picture = picture;
        this.counts = counts;
        this.lookup = lookup;
        this.rows = rows;
    }

    @GetMapping("/board/picture.png")
    ResponseEntity<byte[]> board(Page page) {
        Page said = drawable(page, page.t("publicity.title"));
        BoardCounts.Counts now = counts.now();
        return png(picture.draw(
                said.t("frame.home.heading"),
                said.t("frame.name") + " · " + said.t("publicity.title"),
                List.of(
                        new CardPicture.Figure(said.number(now.problem()), said.t("frame.count.problem")),
                        new CardPicture.Figure(said.number(now.task()), said.t("frame.count.task")),
                        new CardPicture.Figure(said.number(now.result()), said.t("frame.count.result")))));
    }

    @GetMapping("/board/picture/{number}.png")
    ResponseEntity<byte[]> matter(@PathVariable String number, Page page) {
        Matter matter = find(number);
        Publication publication = Publication.of(lookup.programmeOf(matter), matter, Publication.Eyes.EVERYBODY);
        if (publication.countsOnly()) {
            throw none();
        }
        String state = page.t(lookup.programmeOf(matter).state(matter.state()).title());
        return png(picture.draw(
                publication.title(matter),
                page.t("frame.name") + " · " + matter.number(),
                List.of(new CardPicture.Figure(state, rows.place(matter.place(), page.locale())))));
    }

    /** The page in the reader's language, or in English where no font of the machine draws it. */
    private static Page drawable(Page page, String sample) {
        boolean drawn = CardPicture.font(sample, java.awt.Font.PLAIN, 30).isPresent();
        return drawn ? page : page.in(Locale.ENGLISH);
    }

    private Matter find(String number) {
        try {
            return lookup.find(MatterNumber.parse(number.length() > 40 ? "" : number))
                    .orElseThrow(CardPage::none);
        } catch (IllegalArgumentException e) {
            throw none();
        }
    }

    private static ProblemException none() {
        return new ProblemException(Problem.of("not-found", 404));
    }

    private static ResponseEntity<byte[]> png(byte[] picture) {
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(picture);
    }
}

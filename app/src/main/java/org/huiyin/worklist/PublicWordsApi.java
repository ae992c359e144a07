package org.huiyin.worklist;

import java.time.Instant;
import java.util.List;
import org.huiyin.api.Body;
import org.huiyin.frame.Page;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the public reads of a matter, for programs: every stretch that is blanked, and correcting it. */
@RestController
@RequestMapping("/api/v1/matters/{number}/public-words")
class PublicWordsApi {

    private final MatterLookup lookup;
    private final PublicWordsViews views;
    private final PublicCorrections corrections;

    PublicWordsApi(MatterLookup lookup, PublicWordsViews views, PublicCorrections corrections) {
        this.lookup = lookup;
        this.views = views;
        this.corrections = corrections;
    }

    /**
     * What the public reads.
     *
     * @param countsOnly whether the public sees nothing but a count
     * @param withdrawn whether what was written was taken out of public view
     */
    record PublicJson(String matter, String title, boolean countsOnly, boolean withdrawn, List<TextJson> texts) {}

    /** @param text where it stands, for corrections */
    record TextJson(String text, String name, String by, Instant at, List<PieceJson> pieces) {}

    /** @param kind what was found there; null where nothing is blanked */
    record PieceJson(
            String shown,
            String written,
            int from,
            int to,
            @Nullable String kind) {}

    /**
     * A correction: a stretch to be read, or words to be blanked wherever they stand in the text.
     *
     * @param release the stretch, such as {@code 3-6}
     */
    record NewCorrection(
            String text, @Nullable String release, @Nullable String words) {}

    /** How many places were corrected; each is a step. */
    record CorrectedJson(String matter, int places) {}

    @GetMapping
    @Scoped(Scope.MATTERS_READ)
    PublicJson show(@PathVariable String number, Page page) {
        Matter matter = Numbers.visible(lookup, page, number);
        corrections.rule(page, matter);
        PublicWords words = views.of(page, matter);
        return new PublicJson(
                words.number(),
                words.title(),
                words.off(),
                words.withdrawn(),
                words.texts().stream().map(PublicWordsApi::text).toList());
    }

    private static TextJson text(PublicWords.Text text) {
        return new TextJson(
                text.place(),
                text.name(),
                text.by(),
                text.at(),
                text.pieces().stream().map(PublicWordsApi::piece).toList());
    }

    private static PieceJson piece(PublicWords.Piece piece) {
        String kind = piece.kind();
        return new PieceJson(
                piece.shown(),
                piece.written(),
                piece.from(),
                piece.to(),
                kind == null ? null : kind.substring(kind.lastIndexOf('.') + 1));
    }

    @PostMapping
    @Scoped(Scope.MATTERS_STEP)
    CorrectedJson correct(@PathVariable String number, @Body NewCorrection wanted, Page page) {
        Matter matter = Numbers.visible(lookup, page, number);
        String release = wanted.release() == null ? "" : wanted.release();
        String words = wanted.words() == null ? "" : wanted.words();
        int places = corrections.make(page, matter, new PublicCorrections.Wanted(wanted.text(), release, words));
        return new CorrectedJson(matter.number().toString(), places);
    }
}

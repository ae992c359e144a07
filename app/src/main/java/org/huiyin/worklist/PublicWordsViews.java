package org.huiyin.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Blanking;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.matter.Step;
import org.huiyin.matter.TextPlace;
import org.huiyin.org.Organisation;
import org.huiyin.privacy.Correction;
import org.huiyin.privacy.Finding;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.programme.StepRule.Publishing;
import org.springframework.stereotype.Component;

/** Puts together what the public reads of a matter, stretch by stretch. */
@Component
class PublicWordsViews {

    private final MatterLookup lookup;
    private final Organisation organisation;

    PublicWordsViews(MatterLookup lookup, Organisation organisation) {
        this.lookup = lookup;
        this.organisation = organisation;
    }

    /** The step by which this reader may change what the public reads; empty when they may not. */
    Optional<StepRule> rule(Page page, Matter matter, Publishing publishing) {
        return lookup.open(matter, page.reader()).stream()
                .filter(rule -> rule.publishing() == publishing)
                .findFirst();
    }

    PublicWords of(Page page, Matter matter) {
        Programme programme = lookup.programmeOf(matter);
        List<Step> history = lookup.history(matter.number());
        Publication publication = Publication.of(programme, matter, Eyes.EVERYBODY, history);
        Blanking blanking = Blanking.of(programme, history);
        List<PublicWords.Text> texts = new ArrayList<>();
        for (Step step : history) {
            if (publication.mayKnowOf(step)) {
                texts(programme, step).stream()
                        .filter(field -> publication.mayRead(step, field))
                        .forEach(field -> texts.add(text(page, step, field, blanking)));
            }
        }
        return new PublicWords(
                matter.number().toString(),
                publication.title(matter),
                publication.countsOnly(),
                publication.withdrawn(),
                texts,
                rule(page, matter, Publishing.WITHDRAWS).map(StepRule::name).orElse(null));
    }

    /** Every place in a text where certain words stand and are not blanked yet. Empty when there is no such text. */
    List<Correction> blanks(Matter matter, TextPlace place, String words) {
        Programme programme = lookup.programmeOf(matter);
        List<Step> history = lookup.history(matter.number());
        Blanking blanking = Blanking.of(programme, history);
        List<Correction> found = new ArrayList<>();
        for (Step step : history) {
            for (Field field : texts(programme, step)) {
                if (step.seq() == place.seq() && field.name().equals(place.field())) {
                    String text = written(step, field);
                    String shown = blanking.text(step, field, text);
                    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length())) {
                        if (text.regionMatches(at, shown, at, words.length())) {
                            found.add(new Correction(false, at, at + words.length()));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<Field> texts(Programme programme, Step step) {
        return programme.step(step.name()).stream()
                .flatMap(rule -> rule.form().fields().stream())
                .filter(field -> field.type() == Field.Type.TEXT || field.type() == Field.Type.LONG_TEXT)
                .filter(field -> step.fields().containsKey(field.name()))
                .toList();
    }

    private static String written(Step step, Field field) {
        return String.valueOf(step.fields().get(field.name()));
    }

    private PublicWords.Text text(Page page, Step step, Field field, Blanking blanking) {
        String by = step.byRaiser()
                ? page.t("track.by.raiser")
                : step.by().unit() == 0
                        ? ""
                        : organisation.units().name(step.by().unit(), page.locale());
        return new PublicWords.Text(
                new TextPlace(step.seq(), field.name()).toString(),
                page.t(field.title()),
                by,
                step.occurredAt(),
                pieces(step, field, blanking));
    }

    private static List<PublicWords.Piece> pieces(Step step, Field field, Blanking blanking) {
        String text = written(step, field);
        String shown = blanking.text(step, field, text);
        List<PublicWords.Piece> pieces = new ArrayList<>();
        int at = 0;
        for (Finding found : blanking.in(step, field, text)) {
            if (found.to() > at) {
                int from = Math.max(at, found.from());
                plain(pieces, text, at, from);
                pieces.add(new PublicWords.Piece(
                        shown.substring(from, found.to()),
                        text.substring(from, found.to()),
                        from,
                        found.to(),
                        "worklist.public.kind." + found.kind().name().toLowerCase(Locale.ROOT)));
                at = found.to();
            }
        }
        plain(pieces, text, at, text.length());
        return pieces;
    }

    private static void plain(List<PublicWords.Piece> pieces, String text, int from, int to) {
        if (to > from) {
            String stretch = text.substring(from, to);
            pieces.add(new PublicWords.Piece(stretch, stretch, from, to, null));
        }
    }
}

package org.huiyin.worklist;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.matter.TextPlace;
import org.huiyin.privacy.Correction;
import org.huiyin.programme.StepRule;
import org.huiyin.programme.StepRule.Publishing;
import org.springframework.stereotype.Component;

/** Corrects what the public reads of a matter; every place that is blanked or let be read is a step. */
@Component
class PublicCorrections {

    /** More places than this are not blanked at once. */
    private static final int MOST = 20;

    private static final int LONGEST = 100;
    private static final Pattern STRETCH = Pattern.compile("([0-9]{1,6})-([0-9]{1,6})");

    private final MatterLookup lookup;
    private final PublicWordsViews views;
    private final Desk desk;

    PublicCorrections(MatterLookup lookup, PublicWordsViews views, Desk desk) {
        this.lookup = lookup;
        this.views = views;
        this.desk = desk;
    }

    /**
     * What is to be corrected.
     *
     * @param text where it stands, as {@link TextPlace} writes it
     * @param release a stretch to be read by everybody, such as {@code 3-6}; empty to blank words
     * @param words to be blanked wherever they stand in the text
     */
    record Wanted(String text, String release, String words) {}

    /** The step by which this reader corrects, if they may. */
    StepRule rule(Page page, Matter matter) {
        return views.rule(page, matter, Publishing.CORRECTS)
                .orElseThrow(() -> new ProblemException(Problem.of("forbidden", 403)));
    }

    /** How many places were corrected; the first that is refused ends the request. */
    int make(Page page, Matter matter, Wanted wanted) {
        StepRule rule = rule(page, matter);
        TextPlace place = TextPlace.parse(wanted.text()).orElseThrow(PublicCorrections::nothing);
        List<Correction> corrections = wanted.release().isEmpty()
                ? blanks(matter, place, wanted.words())
                : List.of(released(wanted.release()));
        for (Correction correction : corrections) {
            Outcome outcome = desk.perform(StepRequest.further(
                    matter.number(),
                    StepRequest.ANY,
                    rule.name(),
                    page.reader(),
                    place.correcting(correction),
                    UUID.randomUUID().toString()));
            if (!(outcome instanceof Outcome.Done)) {
                throw new ProblemException(
                        Problem.of("refused", 422).because(Verdicts.why(page, lookup.programmeOf(matter), outcome)));
            }
        }
        return corrections.size();
    }

    private List<Correction> blanks(Matter matter, TextPlace place, String words) {
        String wanted = words.strip();
        List<Correction> found =
                wanted.isEmpty() || wanted.length() > LONGEST ? List.of() : views.blanks(matter, place, wanted);
        if (found.isEmpty() || found.size() > MOST) {
            throw nothing();
        }
        return found;
    }

    private static Correction released(String release) {
        Matcher stretch = STRETCH.matcher(release);
        if (!stretch.matches()) {
            throw nothing();
        }
        int from = Integer.parseInt(stretch.group(1));
        int to = Integer.parseInt(stretch.group(2));
        if (to <= from) {
            throw nothing();
        }
        return new Correction(true, from, to);
    }

    private static ProblemException nothing() {
        return new ProblemException(Problem.of("nothing-to-blank", 422, MOST));
    }
}

package org.huiyin.worklist;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.frame.Said;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.matter.TextPlace;
import org.huiyin.privacy.Correction;
import org.huiyin.programme.StepRule;
import org.huiyin.programme.StepRule.Publishing;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where staff see what the public reads of a matter and correct what is blanked, each place with one press. Every correction is a step. */
@Controller
class PublicWordsPage {

    /** More places than this are not blanked at once. */
    private static final int MOST = 20;

    private static final int LONGEST = 100;
    private static final Pattern STRETCH = Pattern.compile("([0-9]{1,6})-([0-9]{1,6})");

    private final StaticTemplates templates = new StaticTemplates();
    private final MatterLookup lookup;
    private final PublicWordsViews views;
    private final Desk desk;

    PublicWordsPage(MatterLookup lookup, PublicWordsViews views, Desk desk) {
        this.lookup = lookup;
        this.views = views;
        this.desk = desk;
    }

    @GetMapping("/desk/matters/{number}/public-words")
    JteModel show(@PathVariable String number, Page page) {
        Matter matter = Numbers.visible(lookup, page, number);
        rule(page, matter);
        return templates.worklistPublicwords(page, views.of(page, matter));
    }

    /** Lets a stretch be read ({@code release}), or blanks words wherever they stand in the text. */
    @PostMapping("/desk/matters/{number}/public-words")
    ResponseEntity<Void> correct(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String release,
            @RequestParam(defaultValue = "") String words,
            Page page,
            HttpServletResponse response) {
        Matter matter = Numbers.visible(lookup, page, number);
        StepRule rule = rule(page, matter);
        TextPlace place = TextPlace.parse(text).orElseThrow(() -> nothing());
        List<Correction> corrections = release.isEmpty() ? blanks(matter, place, words) : List.of(released(release));
        int done = 0;
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
            done++;
        }
        Said.next(response, page.t(release.isEmpty() ? "worklist.public.blanked" : "worklist.public.released", done));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/desk/matters/" + matter.number() + "/public-words#t" + place)
                .build();
    }

    private StepRule rule(Page page, Matter matter) {
        Optional<StepRule> rule = views.rule(page, matter, Publishing.CORRECTS);
        return rule.orElseThrow(() -> new ProblemException(Problem.of("forbidden", 403)));
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

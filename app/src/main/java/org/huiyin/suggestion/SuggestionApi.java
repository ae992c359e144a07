package org.huiyin.suggestion;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.key.Scope;
import org.huiyin.key.Scoped;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.track.Discretion;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What is suggested for a matter that waits, for programs. Asking changes nothing; a person or a program of theirs takes the step. */
@RestController
class SuggestionApi {

    private final SuggestedMatters suggested;
    private final MatterLookup lookup;
    private final Wording wording;

    SuggestionApi(SuggestedMatters suggested, MatterLookup lookup, Wording wording) {
        this.suggested = suggested;
        this.lookup = lookup;
        this.wording = wording;
    }

    /**
     * A suggestion; each part is null where it is not sure enough to be shown.
     *
     * @param at when it was made; null when the matter waits for nobody, or was raised just now
     * @param words what spoke for the category; empty for readers who may not read all of the matter
     */
    record SuggestionJson(
            String number,
            @Nullable Instant at,
            @Nullable Long model,
            @Nullable CategoryJson category,
            @Nullable UnitJson unit,
            List<String> words) {}

    record CategoryJson(String name, String title, double confidence) {}

    /**
     * A unit.
     *
     * @param place code of the place that was looked at; empty for the whole city
     * @param such answered matters of that category there
     * @param handled how many of them this unit handled
     */
    record UnitJson(int id, String name, double confidence, String place, int such, int handled) {}

    @GetMapping("/api/v1/matters/{number}/suggestion")
    @Scoped(Scope.MATTERS_READ)
    SuggestionJson show(@PathVariable String number, Page page) {
        Matter matter = read(number)
                .flatMap(lookup::find)
                .filter(found -> page.reader().staff() && lookup.mayRead(page.reader(), found))
                .orElseThrow(() -> new ProblemException(Problem.of("no-such-matter", 404)));
        Suggested found = suggested.of(List.of(matter)).get(matter.id());
        return found == null
                ? new SuggestionJson(matter.number().toString(), null, null, null, null, List.of())
                : json(page, matter, found);
    }

    private SuggestionJson json(Page page, Matter matter, Suggested found) {
        Advice advice = found.advice();
        Integer unit = advice.unit();
        boolean guarded = Discretion.of(lookup, page.reader(), matter).guarded();
        return new SuggestionJson(
                matter.number().toString(),
                found.at(),
                found.model(),
                advice.categorySure()
                        ? new CategoryJson(
                                advice.category(),
                                wording.category(page, matter.programme(), advice.category()),
                                rounded(advice.categoryShare()))
                        : null,
                advice.unitSure() && unit != null
                        ? new UnitJson(
                                unit,
                                wording.unit(page, unit),
                                rounded(advice.unitShare()),
                                advice.grounds().place(),
                                advice.grounds().such(),
                                advice.grounds().handled())
                        : null,
                advice.categorySure() && !guarded ? advice.words() : List.of());
    }

    private static double rounded(double share) {
        return Math.round(share * 10_000) / 10_000.0;
    }

    private static Optional<MatterNumber> read(String number) {
        try {
            return number.length() > 40 ? Optional.empty() : Optional.of(MatterNumber.parse(number));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

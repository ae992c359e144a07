package org.huiyin.suggestion;

import huiyin.pages.StaticTemplates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.programme.StepRule;
import org.huiyin.track.Discretion;
import org.huiyin.worklist.UnitAdvice;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Says on the form that gives a matter to a unit what the city's own matters suggest. */
@Component
class DispatchAdvice implements UnitAdvice {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final StaticTemplates templates = new StaticTemplates();
    private final SuggestedMatters suggested;
    private final MatterLookup lookup;
    private final Organisation organisation;
    private final Wording wording;

    DispatchAdvice(SuggestedMatters suggested, MatterLookup lookup, Organisation organisation, Wording wording) {
        this.suggested = suggested;
        this.lookup = lookup;
        this.organisation = organisation;
        this.wording = wording;
    }

    @Override
    public Advised of(Page page, StepRule step, List<Matter> matters) {
        if (!Routed.asksForUnit(step)) {
            return Advised.NONE;
        }
        Map<Long, Suggested> found = suggested.of(matters);
        if (matters.size() > 1) {
            return many(page, matters.size(), found);
        }
        return found.values().stream()
                .findFirst()
                .map(one -> single(page, step, matters.getFirst(), one.advice()))
                .orElse(Advised.NONE);
    }

    private Advised single(Page page, StepRule step, Matter matter, Advice advice) {
        boolean forCategory =
                advice.categorySure() && step.form().field(Routed.CATEGORY).isPresent();
        Integer unit = advice.unit();
        boolean forUnit = advice.unitSure() && unit != null && active(unit);
        if (!forCategory && !forUnit) {
            return Advised.NONE;
        }
        Map<String, String> fill = new LinkedHashMap<>();
        if (forCategory) {
            fill.put(Routed.CATEGORY, advice.category());
        }
        Map<Integer, String> marks = Map.of();
        if (forUnit && unit != null) {
            fill.put(Routed.UNIT, unit.toString());
            marks = Map.of(unit, page.percent(advice.unitShare()));
        }
        // words of the matter's own are for those who may read all of it
        List<String> words = Discretion.of(lookup, page.reader(), matter).guarded() ? List.of() : advice.words();
        Offered offer = new Offered(
                forUnit && unit != null ? wording.unit(page, unit) : "",
                forUnit ? page.percent(advice.unitShare()) : "",
                forUnit ? wording.grounds(page, matter.programme(), advice) : "",
                forCategory ? wording.category(page, matter.programme(), advice.category()) : "",
                forCategory ? page.percent(advice.categoryShare()) : "",
                forCategory ? words : List.of(),
                JSON.writeValueAsString(fill));
        return new Advised(marks, templates.suggestionAdvice(page, offer));
    }

    /** The units that were sure for some of them, by how many; the first is offered for all. */
    private Advised many(Page page, int matters, Map<Long, Suggested> found) {
        Map<Integer, Long> votes = found.values().stream()
                .map(Suggested::advice)
                .filter(Advice::unitSure)
                .flatMap(advice -> java.util.stream.Stream.ofNullable(advice.unit()))
                .filter(this::active)
                .collect(Collectors.groupingBy(unit -> unit, TreeMap::new, Collectors.counting()));
        Map<Integer, String> marks = new LinkedHashMap<>();
        votes.entrySet().stream()
                .sorted(Map.Entry.<Integer, Long>comparingByValue().reversed())
                .limit(6)
                .forEach(one -> marks.put(one.getKey(), page.t("suggestion.of", one.getValue(), matters)));
        return marks.entrySet().stream()
                .findFirst()
                .map(first -> new Advised(
                        marks,
                        templates.suggestionAdvice(
                                page,
                                new Offered(
                                        wording.unit(page, first.getKey()),
                                        first.getValue(),
                                        "",
                                        "",
                                        "",
                                        List.of(),
                                        JSON.writeValueAsString(Map.of(
                                                Routed.UNIT, first.getKey().toString()))))))
                .orElse(Advised.NONE);
    }

    private boolean active(int unit) {
        return organisation.units().find(unit).filter(Unit::active).isPresent();
    }
}

package org.huiyin.worklist;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.programme.StepRule;

/**
 * The rows somebody marked, and the step they are to take together.
 *
 * @param rows every matter with the version that was seen; those the reader may not see are left out
 * @param unknown numbers that are none, or not for this reader
 */
record Selection(StepRule rule, Map<Matter, Integer> rows, List<String> unknown, Filled filled) {

    static final int MOST = 500;

    static Selection of(Page page, MatterLookup lookup, Filled filled) {
        List<String> marked = filled.given().getOrDefault("row", List.of());
        if (marked.isEmpty() || marked.size() > MOST) {
            throw new ProblemException(Problem.of(marked.isEmpty() ? "no-rows" : "too-many-rows", 422, MOST));
        }
        Map<Long, Integer> seen = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String row : marked) {
            int colon = row.indexOf(':');
            Optional<MatterNumber> number = Numbers.read(colon < 0 ? row : row.substring(0, colon));
            if (number.isPresent()) {
                seen.put(number.get().id(), colon < 0 ? 0 : Numbers.version(row.substring(colon + 1)));
            } else {
                unknown.add(row.length() > 40 ? row.substring(0, 40) : row);
            }
        }
        Map<Long, Matter> found = lookup.findAll(List.copyOf(seen.keySet()));
        Map<Matter, Integer> rows = new LinkedHashMap<>();
        seen.forEach((id, version) -> {
            Matter matter = found.get(id);
            if (matter != null && lookup.mayRead(page.reader(), matter)) {
                rows.put(matter, version);
            } else {
                unknown.add(new MatterNumber(id).toString());
            }
        });
        return new Selection(rule(lookup, rows, filled.value("step")), rows, unknown, filled);
    }

    private static StepRule rule(MatterLookup lookup, Map<Matter, Integer> rows, String step) {
        return rows.keySet().stream()
                .flatMap(matter -> lookup.programmeOf(matter).step(step).stream())
                .filter(StepRule::bulk)
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        rows.isEmpty()
                                ? Problem.of("no-such-matter", 404)
                                : Problem.of("unknown-step", 422, step.length() > 60 ? step.substring(0, 60) : step)));
    }

    ListAddress from() {
        return ListAddress.parse(filled.value("from"));
    }
}

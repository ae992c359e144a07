package org.huiyin.worklist;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.huiyin.frame.Page;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.matter.Whole;
import org.huiyin.sheet.Taken;
import org.springframework.stereotype.Component;

/** Undoes the edits a table brought, by steps. */
@Component
class EditedBack {

    private final EditedSteps edits;
    private final MatterLookup lookup;
    private final Desk desk;

    EditedBack(EditedSteps edits, MatterLookup lookup, Desk desk) {
        this.edits = edits;
        this.lookup = lookup;
        this.desk = desk;
    }

    /** Takes the steps that set back what was set; where the rules have no such step, nothing is undone. */
    List<String> undo(Page page, List<Taken.Touched> taken) {
        Map<Long, Taken.Touched> byMatter = new TreeMap<>();
        taken.forEach(one -> byMatter.put(MatterNumber.parse(one.key()).id(), one));
        Map<Long, Matter> matters = new HashMap<>(lookup.findAll(List.copyOf(byMatter.keySet())));
        List<String> why = new ArrayList<>();
        List<StepRequest> requests = new ArrayList<>();
        byMatter.forEach((id, one) -> {
            Optional<EditedSteps.Edit> back = Optional.ofNullable(matters.get(id))
                    .filter(matter -> Integer.toString(matter.version()).equals(one.after()))
                    .flatMap(matter -> edits.back(page, matter, one.before()));
            if (back.isEmpty()) {
                why.add(page.t("worklist.table.not-undone", one.key()));
            } else {
                requests.add(StepRequest.further(
                        new MatterNumber(id),
                        Integer.parseInt(one.after()),
                        back.get().rule().name(),
                        page.reader(),
                        back.get().values(),
                        "sheet-undo-" + one.after()));
            }
        });
        if (!why.isEmpty()) {
            return why;
        }
        try (Whole whole = desk.whole()) {
            List<Outcome> outcomes = whole.perform(requests);
            for (int i = 0; i < requests.size(); i++) {
                if (!(outcomes.get(i) instanceof Outcome.Done)) {
                    why.add(page.t(
                            "worklist.table.not-undone",
                            new MatterNumber(requests.get(i).matter()).toString()));
                }
            }
            if (why.isEmpty()) {
                whole.commit();
            }
        }
        return why;
    }
}

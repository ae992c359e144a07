package org.huiyin.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.assessment.CockpitView.Balance;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Actor;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands above the bands of the leaders' page: whose it is, and where all that was raised stands now. */
@Component
class CockpitHead {

    private final Programmes programmes;
    private final Cockpit cockpit;
    private final FigureNames names;

    CockpitHead(Programmes programmes, Cockpit cockpit, FigureNames names) {
        this.programmes = programmes;
        this.cockpit = cockpit;
        this.names = names;
    }

    /** The place asked for; else the one the reader answers for, when that is one. The city itself is everything. */
    Scope scope(Page page, Selection selection, Map<String, String> asked) {
        String place = asked.getOrDefault("place", own(page.reader()));
        boolean known = !place.startsWith(Selection.EXACTLY)
                && names.knows(selection.measures().programme(), By.PLACE, place);
        if (!place.isEmpty() && !known) {
            throw new ProblemException(Problem.of("unknown-place", 422, PeriodChoices.shortened(place)));
        }
        return new Scope(selection.measures(), names.countyOrTown(place));
    }

    private static String own(Actor reader) {
        List<String> places = reader.reach().places();
        return reader.reach().everywhere() || places.size() != 1 ? "" : places.getFirst();
    }

    String title(Page page, Scope scope) {
        return scope.place().isEmpty()
                ? page.t("assessment.cockpit.title")
                : page.t("assessment.cockpit.title.place", names.place(page, scope.place()));
    }

    /** The page of the place around; null for the whole city. */
    @Nullable
    String up(Scope scope) {
        return scope.place().isEmpty()
                ? null
                : new Scope(scope.measures(), names.around(scope.place())).path("/cockpit");
    }

    Balance balance(Page page, Scope scope) {
        Map<String, Long> counts = cockpit.lists(scope);
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        String path = scope.path("/cockpit/list");
        List<Balance.Share> shares = new ArrayList<>();
        double from = 0;
        for (Programme.ListRule list : lists(scope)) {
            long n = counts.getOrDefault(list.name(), 0L);
            double width = all == 0 ? 0 : 100.0 * n / all;
            Count count = Count.of(page, page.t(list.title()), n, path + "&list=" + list.name());
            shares.add(new Balance.Share(list.name(), from, width, count));
            from += width;
        }
        return new Balance(Count.of(page, page.t("assessment.cockpit.raised"), all, path), shares);
    }

    List<Programme.ListRule> lists(Scope scope) {
        return programmes
                .newest(scope.programme())
                .map(one -> List.copyOf(one.lists().values()))
                .orElse(List.of());
    }

    /** The lists of matters that are not done yet. */
    List<String> open(Scope scope) {
        return lists(scope).stream()
                .filter(Programme.ListRule::open)
                .map(Programme.ListRule::name)
                .toList();
    }
}

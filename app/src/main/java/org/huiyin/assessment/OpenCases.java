package org.huiyin.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Publication;
import org.huiyin.programme.Measures.Part;
import org.springframework.stereotype.Component;

/** The matters behind a figure of a published ranking, as of when it was reckoned; of those that are not public only how many. */
@Component
class OpenCases {

    private final Cases cases;
    private final Exclusions exclusions;
    private final MatterLookup lookup;
    private final FigureNames names;

    OpenCases(Cases cases, Exclusions exclusions, MatterLookup lookup, FigureNames names) {
        this.cases = cases;
        this.exclusions = exclusions;
        this.lookup = lookup;
        this.names = names;
    }

    /** What a list says about itself. */
    record Head(String path, String ranking, String whose, String after) {}

    OpenRankingView.Behind behind(Page page, OpenRankings.Opened one, Part part, FrozenRanking.Row row, Head head) {
        Rankings.Published published = one.published();
        LeftOut leftOut = LeftOut.of(
                exclusions.touching(
                        published.programme(), one.period().from(), one.period().until()),
                published.asOf());
        Selection selection = new Selection(one.measures(), one.period(), By.ALL_UNITS, Integer.toString(row.unit()));
        List<Cases.Case> found = cases.page(
                selection, part, published.asOf(), leftOut, Cases.After.parse(head.after()), MatterRows.ROWS + 1);
        List<Cases.Case> shown = found.subList(0, Math.min(MatterRows.ROWS, found.size()));
        Map<Long, Matter> matters =
                lookup.findAll(shown.stream().map(Cases.Case::matter).distinct().toList());
        List<OpenRankingView.Row> rows = new ArrayList<>();
        for (Cases.Case at : shown) {
            Matter matter = matters.get(at.matter());
            Publication publication = matter == null
                    ? null
                    : Publication.of(lookup.programmeOf(matter), matter, Publication.Eyes.EVERYBODY);
            if (matter != null && publication != null && !publication.countsOnly()) {
                rows.add(row(page, publication, matter, at));
            }
        }
        return new OpenRankingView.Behind(
                published.id(),
                page.t(part.title()),
                head.whose(),
                head.ranking(),
                row.counts().getOrDefault(part.name(), 0L),
                (long) shown.size() - rows.size(),
                rows,
                found.size() > MatterRows.ROWS
                        ? head.path() + "&after=" + shown.getLast().cursor()
                        : null,
                page.t(part.clock() == null ? "assessment.at" : "assessment.due-at"));
    }

    private OpenRankingView.Row row(Page page, Publication publication, Matter matter, Cases.Case at) {
        return new OpenRankingView.Row(
                matter.number().toString(),
                publication.title(matter),
                names.place(page, at.town()),
                names.category(page, matter.programme(), at.category()),
                at.at());
    }
}

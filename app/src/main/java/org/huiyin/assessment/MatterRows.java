package org.huiyin.assessment;

import java.util.List;
import java.util.Map;
import org.huiyin.assessment.MattersView.Row;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.track.Discretion;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts matters behind a figure into rows, each as far as the reader may know it. */
@Component
class MatterRows {

    /** How many stand on one page. */
    static final int ROWS = 50;

    private final FigureNames names;
    private final MatterLookup lookup;

    MatterRows(FigureNames names, MatterLookup lookup) {
        this.names = names;
        this.lookup = lookup;
    }

    /**
     * What a list says about itself.
     *
     * @param whose whose figures these are
     * @param period when they were counted; "" for now
     * @param time the key of what the time of each row is called
     * @param path the address of its first page, with a query
     * @param back where the reader came from
     */
    record Head(String title, String whose, String period, long count, String time, String path, String back) {

        /** Whether the list can be taken along: those of a part, and what is late. */
        boolean sheet() {
            return path.startsWith("/desk/assessment/matters?") || path.startsWith("/cockpit/late?");
        }
    }

    /** A page of a list from one row more than it shows, if there are so many. */
    MattersView page(Page page, String programme, Head head, List<Cases.Case> found) {
        List<Cases.Case> shown = found.subList(0, Math.min(ROWS, found.size()));
        Map<Long, Matter> matters =
                lookup.findAll(shown.stream().map(Cases.Case::matter).distinct().toList());
        return new MattersView(
                head.title(),
                head.whose(),
                head.period(),
                head.count(),
                shown.stream().map(one -> row(page, programme, one, matters)).toList(),
                found.size() > ROWS ? head.path() + "&after=" + shown.getLast().cursor() : null,
                page.t(head.time()),
                head.sheet(),
                head.back());
    }

    /** A row and where it stands in its list. */
    record Line(Cases.Case at, Row row) {}

    List<Line> lines(Page page, String programme, List<Cases.Case> found) {
        Map<Long, Matter> matters =
                lookup.findAll(found.stream().map(Cases.Case::matter).distinct().toList());
        return found.stream()
                .map(one -> new Line(one, row(page, programme, one, matters)))
                .toList();
    }

    static Cases.After after(@Nullable Line last) {
        return last == null
                ? Cases.After.START
                : new Cases.After(last.at().at(), last.at().matter(), last.at().seq());
    }

    private Row row(Page page, String programme, Cases.Case one, Map<Long, Matter> matters) {
        Matter matter = matters.get(one.matter());
        String number = new MatterNumber(one.matter()).toString();
        return new Row(
                number,
                matter == null ? "" : title(page, matter),
                matter != null && lookup.mayRead(page.reader(), matter) ? "/desk/matters/" + number : null,
                names.unit(page, one.unit()),
                names.path(one.unit()),
                names.place(page, one.town()),
                names.category(page, programme, one.category()),
                one.at());
    }

    /** The title as far as the reader may know it. */
    String title(Page page, Matter matter) {
        if (lookup.mayRead(page.reader(), matter)) {
            return Discretion.of(lookup, page.reader(), matter).title(matter);
        }
        return matter.confidential() ? page.t("assessment.confidential") : matter.publicTitle();
    }
}

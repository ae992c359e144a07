package org.huiyin.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.jspecify.annotations.Nullable;

/** The rows of a table on their way in; the heading is found and understood first. */
public final class GivenRows {

    private final Page page;
    private final TableSource source;
    private final List<Heading> headings;
    private final Map<String, Heading> byKey;
    private final Faults faults = new Faults();
    private final Exports.Progress progress;
    private final List<String> ignored = new ArrayList<>();
    private @Nullable Head head;
    private long rows;
    private long above;
    private int width;
    private boolean headless;

    GivenRows(Page page, TableSource source, List<Heading> headings, Exports.Progress progress) {
        this.page = page;
        this.source = source;
        this.headings = headings;
        this.byKey = headings.stream().collect(Collectors.toMap(Heading::key, Function.identity()));
        this.progress = progress;
    }

    /** Whether anything was wrong so far: then nothing may be stored. */
    public boolean faulty() {
        return faults.any();
    }

    /** Notes what is wrong with the table as a whole. */
    public void fault(String said) {
        faults.add(Fault.of(0, -1, "", "", said));
    }

    Faults faults() {
        return faults;
    }

    List<String> ignored() {
        return ignored;
    }

    long rows() {
        return rows;
    }

    /** Gives one row after another; faults found in the table itself are noted. */
    public void each(Consumer<Given> taker) {
        try {
            source.read(row -> next(row, taker));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Head found = head;
        if (found == null) {
            throw new Unreadable("no-heading", missing());
        }
        source.merged().stream()
                .filter(range -> below(range, found.line()))
                .forEach(range -> faults.add(Fault.of(0, -1, range, "", page.t("sheet.fault.merged", range))));
        if (rows == 0 && !faults.any()) {
            throw new Unreadable("no-rows");
        }
        progress.at(rows, rows);
    }

    private void next(RawRow row, Consumer<Given> taker) {
        Head found = head;
        if (row.remark()) {
            return;
        }
        if (found != null) {
            give(row, found, taker);
        } else if (Head.likely(row, headings)) {
            Head understood = Head.of(page, row, headings, faults);
            ignored.addAll(understood.ignored());
            head = understood;
            width = row.cells().size();
        } else if (++above > Head.LOOKED_FOR_WITHIN) {
            throw new Unreadable("no-heading", missing());
        }
    }

    /** With columns missing, each row would only say so again. */
    private void give(RawRow row, Head found, Consumer<Given> taker) {
        rows++;
        if (rows == 1) {
            headless = faults.any();
        }
        if (source.even() && row.cells().size() != width) {
            faults.add(Fault.of(
                    row.line(),
                    -1,
                    "",
                    "",
                    page.t("sheet.fault.ragged", row.cells().size(), width)));
        } else if (!headless) {
            Given given = new Given(page, row, found, byKey, faults);
            if (row.hidden() && !given.has(Marks.KEY)) {
                given.fault(Marks.KEY, "sheet.fault.hidden");
            } else {
                taker.accept(given);
            }
        }
        progress.at(rows, -1);
    }

    private String missing() {
        return headings.stream()
                .filter(Heading::needed)
                .map(heading -> page.t(heading.title()))
                .collect(Collectors.joining("、"));
    }

    private static boolean below(String range, long line) {
        String end = range.substring(range.indexOf(':') + 1).replaceAll("\\D", "");
        return end.length() < 9 && !end.isEmpty() && Long.parseLong(end) > line;
    }
}

package org.huiyin.sample;

import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.springframework.stereotype.Component;

/** The samples as they are taken along: all of them, or the list one of them was drawn from. Both are public. */
@Component
class SampleSheet implements SheetList {

    private static final int MOST = 1200;

    private final Samples samples;
    private final Organisation organisation;

    SampleSheet(Samples samples, Organisation organisation) {
        this.samples = samples;
        this.organisation = organisation;
    }

    @Override
    public String name() {
        return "samples";
    }

    @Override
    public boolean open(Actor reader) {
        return true;
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        String month = parameters.getOrDefault("month", "");
        return month.isEmpty() ? all(page) : members(page, parameters, month);
    }

    private Listing<?> all(Page page) {
        List<Column<Samples.Sample>> columns = List.of(
                Column.text("sample.month", one -> one.month().toString()),
                Column.text("sheet.column.drawn-for", one -> page.t("sample.kind." + one.kind())),
                Column.text("sample.commitment", Samples.Sample::commitment),
                Column.time("sheet.column.committed", Samples.Sample::committedAt),
                Column.text("sample.seed", Samples.Sample::seed),
                Column.time("sheet.column.drawn-at", Samples.Sample::drawnAt));
        return Listing.of(page.t("sample.published"), List.of(), columns, samples.all(MOST));
    }

    private Listing<?> members(Page page, Map<String, String> parameters, String month) {
        Samples.Sample sample = samples.find(
                        parameters.getOrDefault("programme", ""), parameters.getOrDefault("kind", ""), month(month))
                .filter(found -> found.seed() != null)
                .orElseThrow(SampleSheet::unknown);
        List<Column<Lot.Drawn>> columns = List.of(
                Column.code("sheet.column.number", one -> one.matter().toString()),
                Column.text("sample.unit", one -> organisation.units().name(one.unit(), page.locale())),
                Column.number("sheet.column.lot", Lot.Drawn::place),
                Column.text("sheet.column.drawn", one -> page.t(one.chosen() ? "sheet.yes" : "sheet.no")));
        return Listing.of(
                sample.month() + " " + page.t("sample.kind." + sample.kind()),
                List.of(
                        new Listing.Fact(page.t("sample.commitment"), sample.commitment()),
                        new Listing.Fact(page.t("sample.seed"), String.valueOf(sample.seed()))),
                columns,
                samples.members(sample));
    }

    private static YearMonth month(String written) {
        try {
            return YearMonth.parse(written);
        } catch (DateTimeParseException e) {
            throw unknown();
        }
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.of("not-found", 404));
    }
}

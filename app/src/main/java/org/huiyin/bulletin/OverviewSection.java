package org.huiyin.bulletin;

import java.util.ArrayList;
import java.util.List;
import org.huiyin.bulletin.Bulletin.Chart;
import org.huiyin.bulletin.Bulletin.Section;
import org.huiyin.bulletin.Bulletin.Series;
import org.huiyin.bulletin.Bulletin.Table;
import org.huiyin.bulletin.Numbers.Counted;
import org.huiyin.bulletin.Numbers.Rated;
import org.huiyin.frame.Page;
import org.huiyin.programme.Measures.Dimension;
import org.huiyin.programme.Measures.Measure;

/** How much there was and how well it was handled, beside the period before. */
final class OverviewSection {

    private OverviewSection() {}

    static Section of(Writing writing) {
        Page page = writing.page();
        String heading = page.t("bulletin.overview");
        writing.numbers().in(heading);
        Counted raised = writing.part(writing.raised());
        Counted due = writing.part("due");
        Counted valid = writing.part("valid");
        Rated onTime = writing.measure("on-time");
        Rated response = writing.measure("response");
        Rated solve = writing.measure("solve");
        Rated satisfaction = writing.measure("satisfaction");
        Rated composite = writing.measure("composite");
        List<String> said = new ArrayList<>();
        said.add(page.t(
                "bulletin.overview.volume",
                raised.now(),
                writing.change(raised),
                writing.part("not-accepted").now(),
                writing.part("received").now()));
        long together = writing.part("answered-together").now();
        said.add(page.t(
                together == 0 ? "bulletin.overview.answered-alone" : "bulletin.overview.answered",
                writing.part("answered").now(),
                together,
                due.now(),
                writing.part("kept").now(),
                writing.value(onTime.now(), true),
                writing.change(onTime, true)));
        said.add(page.t(
                "bulletin.overview.rated",
                valid.now(),
                writing.value(response.now(), true),
                writing.change(response, true),
                writing.value(solve.now(), true),
                writing.change(solve, true),
                writing.value(satisfaction.now(), true),
                writing.change(satisfaction, true)));
        said.add(page.t(
                "bulletin.overview.composite",
                writing.value(composite.now(), false),
                writing.change(composite, false)));
        return new Section(
                "overview",
                heading,
                said,
                rates(writing),
                List.of(table(writing, List.of(writing.raised(), "received", "answered", "valid"))));
    }

    static List<Measure> measures(Writing writing) {
        return writing.account().measures().measures().values().stream()
                .filter(measure ->
                        measure.by().contains(Dimension.UNIT) || measure.by().contains(Dimension.TOWN))
                .toList();
    }

    static Chart rates(Writing writing) {
        List<String> labels = new ArrayList<>();
        List<Double> now = new ArrayList<>();
        List<Double> before = new ArrayList<>();
        for (Measure measure : measures(writing)) {
            Rated rated = writing.numbers().measure(measure, writing.all());
            if (!measure.sumOfMeasures() && rated.now() != null && rated.before() != null) {
                labels.add(writing.names().measure(measure));
                now.add(rated.now().percent().doubleValue());
                before.add(rated.before().percent().doubleValue());
            }
        }
        return new Chart(
                writing.page().t("bulletin.chart.rates"),
                labels,
                List.of(
                        new Series(writing.page().t("bulletin.last-period"), before),
                        new Series(writing.page().t("bulletin.this-period"), now)),
                true);
    }

    static Table table(Writing writing, List<String> parts) {
        Page page = writing.page();
        List<List<String>> rows = new ArrayList<>();
        for (String part : parts) {
            Counted counted = writing.part(part);
            rows.add(List.of(
                    writing.names().part(writing.account(), part),
                    page.number(counted.now()),
                    page.number(counted.before()),
                    writing.signed(counted.change())));
        }
        for (Measure measure : measures(writing)) {
            Rated rated = writing.numbers().measure(measure, writing.all());
            rows.add(List.of(
                    writing.names().measure(measure),
                    writing.value(rated.now(), !measure.sumOfMeasures()),
                    writing.value(rated.before(), !measure.sumOfMeasures()),
                    writing.signed(rated.change())));
        }
        return new Table(
                page.t("bulletin.table.overview"),
                List.of(
                        page.t("bulletin.column.figure"),
                        page.t("bulletin.this-period"),
                        page.t("bulletin.last-period"),
                        page.t("bulletin.column.change")),
                List.of(40, 20, 20, 20),
                rows);
    }
}

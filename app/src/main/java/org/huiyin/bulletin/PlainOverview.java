package org.huiyin.bulletin;

import java.util.ArrayList;
import java.util.List;
import org.huiyin.bulletin.Bulletin.Chart;
import org.huiyin.bulletin.Bulletin.Section;
import org.huiyin.bulletin.Numbers.Counted;
import org.huiyin.bulletin.Numbers.Rated;
import org.huiyin.frame.Page;
import org.huiyin.programme.Measures.Measure;

/** How much there was and how well it was handled, of a programme with a procedure of its own: what its measures count, in their order. */
final class PlainOverview {

    private PlainOverview() {}

    static Section of(Writing writing) {
        Page page = writing.page();
        String heading = page.t("bulletin.overview");
        writing.numbers().in(heading);
        Counted raised = writing.part(writing.raised());
        List<String> said = new ArrayList<>();
        said.add(page.t(
                "bulletin.overview.plain",
                writing.names().part(writing.account(), writing.raised()),
                raised.now(),
                writing.change(raised)));
        List<String> rates = new ArrayList<>();
        for (Measure measure : OverviewSection.measures(writing)) {
            Rated rated = writing.numbers().measure(measure, writing.all());
            if (rated.now() != null) {
                rates.add(page.t(
                        "bulletin.overview.rate",
                        writing.names().measure(measure),
                        writing.value(rated.now(), !measure.sumOfMeasures()),
                        writing.change(rated, !measure.sumOfMeasures())));
            }
        }
        if (!rates.isEmpty()) {
            said.add(String.join(page.t("bulletin.overview.then"), rates) + page.t("bulletin.stop"));
        }
        List<String> parts = List.copyOf(writing.account().measures().parts().keySet());
        Chart rated = OverviewSection.rates(writing);
        return new Section(
                "overview",
                heading,
                said,
                rated.labels().isEmpty() ? null : rated,
                List.of(OverviewSection.table(writing, parts)));
    }
}

package org.huiyin.bulletin;

import java.util.ArrayList;
import java.util.List;
import org.huiyin.bulletin.Bulletin.Section;
import org.huiyin.bulletin.Numbers.Counted;
import org.huiyin.frame.Page;
import org.huiyin.programme.Measures.Dimension;

/** What went back, stood still, took longer or had to be done again. */
final class ReturnsSection {

    private static final int NAMED = 3;

    private ReturnsSection() {}

    static Section of(Writing writing) {
        Page page = writing.page();
        String heading = page.t("bulletin.returns");
        writing.numbers().in(heading);
        Counted returned = writing.part("returned");
        Counted reopened = writing.part("reopened");
        List<String> said = new ArrayList<>();
        said.add(page.t(
                "bulletin.returns.went",
                returned.now(),
                writing.change(returned),
                writing.part("extended").now(),
                writing.part("suspended").now(),
                writing.part("urged").now()));
        said.add(page.t(
                "bulletin.returns.again",
                reopened.now(),
                writing.change(reopened),
                writing.part("asked-again").now()));
        most(writing, "returned", "bulletin.returns.most-returned", said);
        most(writing, "reopened", "bulletin.returns.most-reopened", said);
        return new Section("returns", heading, said, null, List.of());
    }

    private static void most(Writing writing, String part, String sentence, List<String> said) {
        List<String> units = writing.numbers().most(part, Dimension.UNIT).keySet().stream()
                .filter(unit -> !unit.equals("0"))
                .limit(NAMED)
                .map(unit -> {
                    Scope scope = writing.names().unit(Integer.parseInt(unit));
                    return writing.page()
                            .t(
                                    "bulletin.topics.place",
                                    scope.name(),
                                    writing.numbers().part(part, scope).now());
                })
                .toList();
        if (!units.isEmpty()) {
            said.add(writing.page().t(sentence, writing.and(units)));
        }
    }
}

package org.huiyin.suggestion;

import java.util.List;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.springframework.stereotype.Component;

/** Names units, categories and grounds for a reader. */
@Component
class Wording {

    private final Organisation organisation;
    private final Programmes programmes;

    Wording(Organisation organisation, Programmes programmes) {
        this.organisation = organisation;
        this.programmes = programmes;
    }

    /** The programmes there is anything to suggest for. */
    List<Routed> routed() {
        return Routed.all(programmes);
    }

    String unit(Page page, int unit) {
        return organisation.units().name(unit, page.locale());
    }

    /** By the newest version that has it; the bare word when none has it any more. */
    String category(Page page, String programme, String category) {
        return programmes.versions().reversed().stream()
                .filter(one -> one.name().equals(programme))
                .flatMap(one ->
                        java.util.stream.Stream.ofNullable(one.categories().get(category)))
                .map(Programme.Category::title)
                .map(page::t)
                .findFirst()
                .orElse(category);
    }

    /** Of 41 such matters in Shashi 37 went there. */
    String grounds(Page page, String programme, Advice advice) {
        Advice.Grounds grounds = advice.grounds();
        String place = grounds.place().isEmpty()
                ? page.t("suggestion.city")
                : organisation
                        .places()
                        .find(grounds.place())
                        .map((Place found) -> found.shortName(page.locale()))
                        .orElse(grounds.place());
        return page.t(
                "suggestion.grounds",
                place,
                grounds.such(),
                category(page, programme, advice.category()),
                grounds.handled());
    }
}

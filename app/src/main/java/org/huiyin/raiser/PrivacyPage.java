package org.huiyin.raiser;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.Publicity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Tells residents who sees what they give and for how long it is kept, out of the definitions that decide it. */
@Controller
class PrivacyPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Programmes programmes;
    private final List<String> open;
    private final Due due;

    PrivacyPage(Programmes programmes, @Value("${huiyin.intake.programmes:three-lists}") List<String> open, Due due) {
        this.programmes = programmes;
        this.open = List.copyOf(open);
        this.due = due;
    }

    @GetMapping("/privacy")
    JteModel show(Page page) {
        return templates.raiserPrivacy(
                page,
                new PrivacyView(open.stream()
                        .flatMap(name -> programmes.newest(name).stream())
                        .map(one -> mechanism(page, one))
                        .toList()));
    }

    private PrivacyView.Mechanism mechanism(Page page, Programme programme) {
        List<Field> given = programme.steps().values().stream()
                .filter(rule -> rule.from().isEmpty())
                .flatMap(rule -> rule.form().fields().stream())
                .filter(field -> !field.importOnly())
                .distinct()
                .toList();
        List<PrivacyView.Group> groups = new ArrayList<>();
        for (Field.Seen seen : Field.Seen.values()) {
            List<String> fields = given.stream()
                    .filter(field -> field.seen() == seen)
                    .map(field -> page.t(field.title()))
                    .distinct()
                    .toList();
            if (!fields.isEmpty()) {
                groups.add(new PrivacyView.Group(
                        page.t("raiser.privacy.seen." + seen.name().toLowerCase(Locale.ROOT)), fields));
            }
        }
        List<String> counted = new ArrayList<>();
        List<PrivacyView.Narrowed> narrowed = new ArrayList<>();
        for (Map.Entry<String, Publicity.OfCategory> one :
                programme.publicity().categories().entrySet()) {
            Programme.Category category = programme.categories().get(one.getKey());
            String title = category == null ? one.getKey() : page.t(category.title());
            if (one.getValue().countsOnly()) {
                counted.add(title);
            } else {
                narrowed.add(new PrivacyView.Narrowed(
                        title,
                        given.stream()
                                .filter(field -> one.getValue().seen().containsKey(field.name()))
                                .map(field -> page.t(field.title()))
                                .toList()));
            }
        }
        int years = due.rules().stream()
                .filter(rule -> rule.programme().equals(programme.name()))
                .mapToInt(Retention::years)
                .findFirst()
                .orElse(0);
        return new PrivacyView.Mechanism(page.t(programme.title()), groups, counted, narrowed, years);
    }
}

package org.huiyin.intake;

import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Publication;
import org.huiyin.org.Place;
import org.huiyin.org.Places;
import org.huiyin.programme.Field;
import org.huiyin.programme.Form;
import org.huiyin.programme.Programme;
import org.jspecify.annotations.Nullable;

/**
 * What the public will see of a matter before it is handed in.
 *
 * @param hidden whether the public will see nothing of it at all
 * @param changed whether personal data was masked
 * @param description null when matters of this category are shown without it
 */
public record Preview(
        boolean hidden,
        boolean changed,
        String title,
        @Nullable String description,
        String place,
        List<String> labels,
        int photos) {

    static Preview of(Page page, Programme programme, Form form, Form.Checked checked, Places places, int photos) {
        Publication publication = Publication.beforehand(
                programme,
                text(checked, "category"),
                Boolean.TRUE.equals(checked.values().get("confidential")));
        Optional<String> title = shown(publication, form, checked, "title");
        Optional<String> description = shown(publication, form, checked, "description");
        return new Preview(
                publication.countsOnly(),
                changed(checked, "title", title) || changed(checked, "description", description),
                title.orElse(""),
                description.orElse(null),
                place(page, places, text(checked, "place")),
                List.of("kind", "category").stream()
                        .flatMap(name -> label(page, form, checked, name).stream())
                        .toList(),
                photos);
    }

    private static Optional<String> shown(Publication publication, Form form, Form.Checked checked, String name) {
        return form.field(name).flatMap(field -> publication.beforehand(field, text(checked, name), false));
    }

    private static boolean changed(Form.Checked checked, String name, Optional<String> shown) {
        return shown.filter(text -> !text.equals(text(checked, name))).isPresent();
    }

    private static String text(Form.Checked checked, String field) {
        return String.valueOf(checked.values().getOrDefault(field, ""));
    }

    private static String place(Page page, Places places, String code) {
        return places.enclosing(code, Place.Level.VILLAGE)
                .map(village -> places.path(village.code(), page.locale()))
                .orElseGet(() -> places.path(code, page.locale()));
    }

    private static Optional<String> label(Page page, Form form, Form.Checked checked, String name) {
        return form.field(name).stream()
                .flatMap(field -> field.choices().stream())
                .filter(choice -> choice.value().equals(checked.values().get(name)))
                .map(Field.Choice::title)
                .map(page::t)
                .findFirst();
    }
}

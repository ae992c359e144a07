package org.huiyin.intake;

import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.org.Place;
import org.huiyin.org.Places;
import org.huiyin.privacy.Masking;
import org.huiyin.programme.Field;
import org.huiyin.programme.Form;

/**
 * What the public will see of a matter before it is handed in.
 *
 * @param hidden whether the public will see nothing of it at all
 * @param changed whether personal data was masked
 */
public record Preview(
        boolean hidden,
        boolean changed,
        String title,
        String description,
        String place,
        List<String> labels,
        int photos) {

    static Preview of(Page page, Form form, Form.Checked checked, Places places, int photos) {
        String title = text(checked, "title");
        String description = text(checked, "description");
        String maskedTitle = Masking.mask(title);
        String maskedDescription = Masking.mask(description);
        return new Preview(
                Boolean.TRUE.equals(checked.values().get("confidential")),
                !maskedTitle.equals(title) || !maskedDescription.equals(description),
                maskedTitle,
                maskedDescription,
                place(page, places, text(checked, "place")),
                List.of("kind", "category").stream()
                        .flatMap(name -> label(page, form, checked, name).stream())
                        .toList(),
                photos);
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

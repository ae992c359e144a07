package org.huiyin.worklist;

import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.matter.Matter;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;

/** What the public will read of a step that staff are about to take, so that they see it before anybody does. */
final class PublicPreview {

    private final Publication publication;
    private final List<Field> texts;

    private PublicPreview(Publication publication, List<Field> texts) {
        this.publication = publication;
        this.texts = texts;
    }

    static PublicPreview of(Programme programme, Matter matter, StepRule rule) {
        List<Field> texts = rule.form().fields().stream()
                .filter(field -> field.type() == Field.Type.TEXT || field.type() == Field.Type.LONG_TEXT)
                .filter(field -> field.seen() == Field.Seen.PUBLIC || field.seen() == Field.Seen.MASKED)
                .toList();
        return new PublicPreview(Publication.of(programme, matter, Eyes.EVERYBODY), texts);
    }

    boolean publishes() {
        return !texts.isEmpty();
    }

    /** The texts that were filled in. */
    List<StepForm.PublicWords> words(Page page, Filled filled) {
        return texts.stream()
                .filter(field -> !filled.value(field.name()).isBlank())
                .map(field -> new StepForm.PublicWords(
                        page.t(field.title()), words(field, filled).orElse(null)))
                .toList();
    }

    private Optional<String> words(Field field, Filled filled) {
        return publication.beforehand(field, filled.value(field.name()).strip(), true);
    }
}

package org.huiyin.worklist;

import gg.jte.Content;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.programme.Field;
import org.huiyin.programme.Form;
import org.huiyin.programme.StepRule;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;

/**
 * The one form for many matters.
 *
 * @param form the step's form, where what each matter already has may be left as it is
 * @param advice what is suggested for all of them; null when nothing is
 * @param rows the matters, as values for the form and as numbers with titles
 */
public record BulkForm(
        StepRule rule,
        Form form,
        Filled filled,
        Options options,
        @Nullable Content advice,
        String key,
        List<Marked> rows,
        ListAddress from) {

    /** A marked matter. */
    public record Marked(String value, String number, String title) {}

    /** The properties a matter keeps when the form leaves them out. */
    static final Set<String> OWN = Set.of("kind", "category", "urgency");

    static Form softened(Page page, Form form) {
        Text keep = new Text(
                page.texts().pattern(Locale.CHINESE, "worklist.bulk.own"),
                page.texts().pattern(Locale.ENGLISH, "worklist.bulk.own"));
        return new Form(form.fields().stream()
                .map(field -> OWN.contains(field.name()) ? optional(field, keep) : field)
                .toList());
    }

    private static Field optional(Field field, Text hint) {
        return new Field(
                field.name(),
                field.title(),
                hint,
                field.type(),
                false,
                field.minimum(),
                field.maximum(),
                field.choices(),
                field.seen(),
                field.importOnly());
    }
}

package org.huiyin.programme;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what a definition says of publicity by category speaks of what there is, and narrows. */
final class PublicityCheck {

    private final Cursor root;
    private final Problems problems;

    PublicityCheck(Cursor root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    void check() {
        Set<String> properties = properties();
        for (Cursor category : root.get("publicity").entries()) {
            problems.unknown(
                    category,
                    "unknown-category",
                    category.key(),
                    root.get("categories").keys());
            for (Cursor field : category.entries()) {
                field(field, properties);
            }
        }
    }

    private void field(Cursor field, Set<String> properties) {
        List<String> known = root.get("fields").keys();
        if (!known.contains(field.key())) {
            problems.unknown(field, "unknown-field", field.key(), known);
            return;
        }
        if (properties.contains(field.key())) {
            problems.add(field, "publicity-of-property", field.key());
            return;
        }
        String own = root.get("fields").get(field.key()).get("seen").maybeText().orElse("handlers");
        boolean narrower =
                words(own) && words(field.text()) && seen(field.text()).compareTo(seen(own)) > 0;
        if (words(own) && words(field.text()) && !narrower) {
            problems.add(field, "publicity-not-narrower", field.key(), own, field.text());
        }
    }

    /** What steps make a property of the matter stands on lists and is counted: it is known with the matter, or not at all. */
    private Set<String> properties() {
        return root.get("steps").entries().stream()
                .flatMap(NamesCheck::effectsOf)
                .map(effects -> effects.get("sets"))
                .flatMap(sets -> Stream.concat(
                        sets.texts().stream(), sets.entries().stream().map(Cursor::text)))
                .collect(Collectors.toSet());
    }

    private static boolean words(String written) {
        return Stream.of(Field.Seen.values()).anyMatch(seen -> word(seen).equals(written));
    }

    private static Field.Seen seen(String written) {
        return Building.word(Field.Seen.class, written);
    }

    private static String word(Field.Seen seen) {
        return seen.name().toLowerCase(java.util.Locale.ROOT);
    }
}

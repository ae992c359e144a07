package org.huiyin.activity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.StepRule;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Fills in the form with which a finding becomes a matter: the step its programme begins with, and of what is known whatever that asks for. */
@Component
class FoundForms {

    private static final String KIND = "category";
    private static final String OTHER = "other";

    private final Programmes programmes;
    private final FoundWords words;
    private final ObjectProvider<FoundMore> more;

    FoundForms(Programmes programmes, FoundWords words, ObjectProvider<FoundMore> more) {
        this.programmes = programmes;
        this.words = words;
        this.more = more;
    }

    /** A step and what is filled in. */
    record Form(String step, Map<String, Object> fields) {}

    Form of(Kind kind, Kind.FoundAs as, Activity so, Finding finding) {
        StepRule step = programmes.versions().stream()
                .filter(programme -> programme.name().equals(as.programme()))
                .reduce((earlier, later) -> later)
                .flatMap(FoundForms::begins)
                .orElseThrow(() -> new IllegalStateException("Nothing begins in " + as.programme()));
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("title", finding.title());
        known.put("description", words.described(finding, so));
        known.put("place", finding.place());
        known.put("channel", as.channel());
        known.put("where", so.plan().where());
        known.put("position", finding.position());
        more.orderedStream().forEach(one -> known.putAll(one.fields(kind, so, finding.title())));
        Map<String, Object> fields = new LinkedHashMap<>();
        known.forEach((name, value) -> {
            if (!value.equals("") && step.form().field(name).isPresent()) {
                fields.put(name, value);
            }
        });
        if (needsOther(step) && !fields.containsKey(KIND)) {
            fields.put(KIND, OTHER);
        }
        return new Form(step.name(), fields);
    }

    /** Whether the step asks of what kind it is, and knows one for whatever has none. */
    private static boolean needsOther(StepRule step) {
        return step.form()
                .field(KIND)
                .filter(field -> field.required()
                        && field.choices().stream()
                                .anyMatch(choice -> choice.value().equals(OTHER)))
                .isPresent();
    }

    List<String> titles(Kind kind, Locale locale) {
        return more.orderedStream()
                .flatMap(one -> one.titles(kind, locale).stream())
                .toList();
    }

    /** The first step with which anything of this programme begins. */
    static Optional<StepRule> begins(Programme programme) {
        return programme.steps().values().stream()
                .filter(step -> step.from().isEmpty())
                .findFirst();
    }
}

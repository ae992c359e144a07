package org.huiyin.matter;

import java.util.List;
import java.util.Map;
import org.huiyin.privacy.Masking;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.jspecify.annotations.Nullable;

/** The properties of a matter that a step's form may set, while a step is being applied. Lives for one call. */
final class Properties {

    String title = "";
    String publicTitle = "";
    String place = "";
    String category = "";
    String kind = "help";
    String urgency = "normal";
    boolean confidential;
    int office;

    @Nullable
    Integer lead;

    List<Integer> coHandlers = List.of();

    @Nullable
    Integer complainedOf;

    static Properties of(Matter matter) {
        Properties properties = new Properties();
        properties.title = matter.title();
        properties.publicTitle = matter.publicTitle();
        properties.place = matter.place();
        properties.category = matter.category();
        properties.kind = matter.kind();
        properties.urgency = matter.urgency();
        properties.confidential = matter.confidential();
        properties.office = matter.office();
        properties.lead = matter.lead();
        properties.coHandlers = matter.coHandlers();
        properties.complainedOf = matter.complainedOf();
        return properties;
    }

    /** A matter that begins belongs to the office that was found for its place when the step was taken. */
    static Properties atBeginning(Step step) {
        Properties properties = new Properties();
        properties.office = unit(step.fields().getOrDefault("office", 0L));
        return properties;
    }

    /** Takes over what the form says; a field left empty leaves the property as it is, but co-handlers are named anew. */
    void set(Map<String, String> sets, Map<String, Object> fields) {
        sets.forEach((property, field) -> {
            Object value = fields.get(field);
            if (value != null) {
                set(property, value);
            } else if (property.equals("co-handlers")) {
                coHandlers = List.of();
            }
        });
        coHandlers = without(coHandlers, lead);
    }

    /** What a step changes about the title as the public reads it. */
    void publish(StepRule.Publishing publishing, Programme programme, Step step) {
        switch (publishing) {
            case NONE -> {}
            case WITHDRAWS -> publicTitle = Matter.WITHDRAWN;
            case CORRECTS ->
                TextPlace.corrected(step.fields())
                        .filter(one -> isTitle(programme, one.place()) && !publicTitle.equals(Matter.WITHDRAWN))
                        .ifPresent(one -> publicTitle = Masking.corrected(title, publicTitle, one.correction()));
        }
    }

    /** Where titles are not for the public, it reads what sort of matter it is. */
    void hideTitle(Programme programme) {
        publicTitle = Matter.WITHDRAWN.equals(publicTitle)
                ? publicTitle
                : programme.title().zh();
    }

    private static boolean isTitle(Programme programme, TextPlace place) {
        return place.seq() == 1
                && programme.titleOpen()
                && programme.steps().values().stream()
                        .filter(rule -> rule.from().isEmpty())
                        .flatMap(rule -> rule.to().stream())
                        .anyMatch(branch ->
                                place.field().equals(branch.effects().sets().get("title")));
    }

    /** A unit that leads does not also help itself. */
    private static List<Integer> without(List<Integer> units, @Nullable Integer lead) {
        return units.stream().filter(unit -> !unit.equals(lead)).toList();
    }

    private void set(String property, Object value) {
        switch (property) {
            case "title" -> {
                title = (String) value;
                publicTitle = Matter.WITHDRAWN.equals(publicTitle) ? publicTitle : Masking.mask(title);
            }
            case "place" -> place = (String) value;
            case "category" -> category = (String) value;
            case "kind" -> kind = (String) value;
            case "urgency" -> urgency = (String) value;
            case "confidential" -> confidential = (Boolean) value;
            case "office" -> office = unit(value);
            case "lead" -> lead = unit(value);
            case "co-handlers" ->
                coHandlers = ((List<?>) value).stream().map(Properties::unit).toList();
            case "complained-of" -> complainedOf = unit(value);
            default -> throw new IllegalStateException("A step cannot set \"" + property + "\"");
        }
    }

    private static int unit(Object value) {
        return ((Number) value).intValue();
    }
}

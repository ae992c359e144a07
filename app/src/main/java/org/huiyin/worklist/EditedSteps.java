package org.huiyin.worklist;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.calendar.Calendars;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Page;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.sheet.FieldCells;
import org.huiyin.sheet.Given;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the step that makes a matter what an edited row says it is; the rules and the reader's post decide which there is. */
@Component
class EditedSteps {

    /** Property of a matter → its column. */
    private static final Map<String, String> PROPERTIES = Map.of(
            "lead", MatterColumns.LEAD,
            "co-handlers", MatterColumns.CO_HANDLERS,
            "kind", MatterColumns.KIND,
            "category", MatterColumns.CATEGORY,
            "urgency", MatterColumns.URGENCY);

    private final MatterLookup lookup;
    private final FieldCells cells;
    private final Calendars calendars;
    private final JsonMapper json;

    EditedSteps(MatterLookup lookup, FieldCells cells, Desk.Equipment equipment, JsonMapper json) {
        this.lookup = lookup;
        this.cells = cells;
        this.calendars = equipment.calendars();
        this.json = json;
    }

    /**
     * A step to be taken.
     *
     * @param about the column its refusal is told at
     * @param properties what it sets
     */
    record Edit(Matter matter, StepRule rule, Map<String, Object> values, String about, Set<String> properties) {}

    /** The step for a row; nothing, and noted why, where there is none. */
    Optional<Edit> of(Page page, Given given, Matter matter, Map<String, String> changed) {
        Set<String> properties = PROPERTIES.entrySet().stream()
                .filter(property -> changed.containsKey(property.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(HashSet::new));
        boolean due = changed.containsKey(MatterColumns.DUE);
        changed.forEach((key, now) -> {
            boolean mayChange =
                    PROPERTIES.containsValue(key) || key.equals(MatterColumns.DUE) || key.equals(MatterColumns.REASON);
            if (!mayChange) {
                given.fault(key, "sheet.fault.view-only", now);
            }
        });
        if (given.fine() && properties.isEmpty() && !due) {
            given.fault(MatterColumns.REASON, "worklist.table.reason-alone");
        }
        if (given.fine() && due && !properties.isEmpty()) {
            given.fault(MatterColumns.DUE, "worklist.table.one-step");
        }
        if (!given.fine()) {
            return Optional.empty();
        }
        return due ? extension(page, given, matter) : setting(page, given, matter, properties);
    }

    private Optional<Edit> extension(Page page, Given given, Matter matter) {
        Programme programme = lookup.programmeOf(matter);
        String days = MatterColumns.extension(programme)
                .map(StepRule.Effects.Extend::by)
                .orElse("");
        Optional<StepRule> rule = lookup.open(matter, page.reader()).stream()
                .filter(open -> open.form().field(days).filter(Field::required).isPresent())
                .findFirst();
        Optional<Clock> clock = MatterColumns.extendable(programme, matter).filter(Clock::running);
        LocalDateTime wanted = given.moment(MatterColumns.DUE);
        if (wanted == null) {
            if (given.fine()) {
                given.fault(MatterColumns.DUE, "sheet.fault.empty");
            }
            return Optional.empty();
        }
        if (rule.isEmpty() || clock.isEmpty()) {
            given.fault(
                    MatterColumns.DUE,
                    "worklist.table.no-extension",
                    page.t(programme.state(matter.state()).title()));
            return Optional.empty();
        }
        OptionalInt more = clock.get()
                .workingDaysTo(
                        wanted.toLocalDate(),
                        calendars
                                .named(clock.get().calendar())
                                .orElse(calendars.current().calendar()),
                        Formats.ZONE);
        if (more.isEmpty()) {
            given.fault(
                    MatterColumns.DUE,
                    "worklist.table.no-working-day",
                    clock.get().deadline().due());
            return Optional.empty();
        }
        Map<String, Object> values = new HashMap<>(Map.of(days, Integer.toString(more.getAsInt())));
        return finished(page, given, matter, rule.get(), values, MatterColumns.DUE, Set.of("due"));
    }

    private Optional<Edit> setting(Page page, Given given, Matter matter, Set<String> properties) {
        String about = properties.stream().map(PROPERTIES::get).findFirst().orElseThrow();
        Optional<StepRule> rule = setter(page, matter, properties);
        if (rule.isEmpty()) {
            given.fault(
                    about,
                    "worklist.table.no-step",
                    page.t(lookup.programmeOf(matter).state(matter.state()).title()));
            return Optional.empty();
        }
        FieldCells.Reading reading = cells.reading(page);
        Map<String, Object> values = new HashMap<>();
        sets(rule.get()).forEach((property, name) -> {
            String key = PROPERTIES.get(property);
            Optional<Field> field = rule.get().form().field(name);
            if (key != null && given.asks(key) && field.isPresent()) {
                Object value = value(given, key, field.get(), reading);
                if (value != null) {
                    values.put(name, value);
                }
            }
        });
        return given.fine() ? finished(page, given, matter, rule.get(), values, about, properties) : Optional.empty();
    }

    private Optional<StepRule> setter(Page page, Matter matter, Set<String> properties) {
        return lookup.open(matter, page.reader()).stream()
                .filter(rule -> sets(rule).keySet().containsAll(properties))
                .findFirst();
    }

    private static Map<String, String> sets(StepRule rule) {
        Map<String, String> sets = new LinkedHashMap<>(rule.effects().sets());
        rule.to().forEach(branch -> sets.putAll(branch.effects().sets()));
        return sets;
    }

    private static @Nullable Object value(Given given, String key, Field field, FieldCells.Reading reading) {
        return switch (field.type()) {
            case UNIT -> reading.unit(given, key, given.text(key));
            case UNITS -> reading.units(given, key);
            default -> chosen(given, key, field);
        };
    }

    private static @Nullable String chosen(Given given, String key, Field field) {
        String text = given.text(key);
        Optional<String> choice = field.choices().stream()
                .filter(one -> one.value().equals(text)
                        || one.title().zh().equals(text)
                        || one.title().en().equalsIgnoreCase(text))
                .map(Field.Choice::value)
                .findFirst();
        if (choice.isEmpty() && !text.isEmpty()) {
            given.fault(
                    key,
                    "sheet.fault.choice",
                    field.choices().stream()
                            .map(one -> one.title().in(given.language()))
                            .collect(Collectors.joining("、")));
        }
        return choice.orElse(null);
    }

    /** With the reason where the step asks for one. */
    private Optional<Edit> finished(
            Page page,
            Given given,
            Matter matter,
            StepRule rule,
            Map<String, Object> values,
            String about,
            Set<String> properties) {
        String reason = given.text(MatterColumns.REASON);
        List<Field> missing = missing(rule, values);
        if (missing.size() == 1 && written(missing.getFirst())) {
            if (reason.isEmpty()) {
                given.fault(
                        MatterColumns.REASON,
                        "worklist.table.needs-reason",
                        page.t(rule.title()),
                        page.t(missing.getFirst().title()));
                return Optional.empty();
            }
            values.put(missing.getFirst().name(), reason);
        } else if (!missing.isEmpty()) {
            given.fault(
                    about,
                    "worklist.table.needs-more",
                    page.t(rule.title()),
                    missing.stream().map(field -> page.t(field.title())).collect(Collectors.joining("、")));
            return Optional.empty();
        } else if (!reason.isEmpty()) {
            given.fault(MatterColumns.REASON, "worklist.table.reason-unused", page.t(rule.title()));
            return Optional.empty();
        }
        return Optional.of(new Edit(matter, rule, values, about, properties));
    }

    private static List<Field> missing(StepRule rule, Map<String, Object> values) {
        return rule.form().fields().stream()
                .filter(field -> field.required() && !values.containsKey(field.name()))
                .toList();
    }

    private static boolean written(Field field) {
        return field.type() == Field.Type.TEXT || field.type() == Field.Type.LONG_TEXT;
    }

    /** What an edit changes as it stood, to be set back. */
    String before(Edit edit) {
        Map<String, Object> before = new LinkedHashMap<>();
        edit.properties().forEach(property -> before.put(property, stood(edit.matter(), property)));
        return json.writeValueAsString(before);
    }

    private static @Nullable Object stood(Matter matter, String property) {
        return switch (property) {
            case "lead" -> matter.lead();
            case "co-handlers" -> matter.coHandlers();
            case "kind" -> matter.kind();
            case "category" -> matter.category();
            case "urgency" -> matter.urgency();
            default -> null;
        };
    }

    /** The step that sets a matter back; nothing where the rules have none. */
    Optional<Edit> back(Page page, Matter matter, String before) {
        JsonNode stood = json.readTree(before);
        Set<String> properties = new HashSet<>(stood.propertyNames());
        boolean settable = stood.propertyStream()
                .allMatch(one ->
                        PROPERTIES.containsKey(one.getKey()) && !one.getValue().isNull());
        return settable
                ? setter(page, matter, properties).flatMap(rule -> back(page, matter, stood, rule))
                : Optional.empty();
    }

    private Optional<Edit> back(Page page, Matter matter, JsonNode stood, StepRule rule) {
        Map<String, Object> values = new HashMap<>();
        sets(rule).forEach((property, name) -> {
            JsonNode value = stood.get(property);
            Object present = value == null ? stood(matter, property) : null;
            if (value != null) {
                values.put(
                        name,
                        value.isArray()
                                ? Stream.of(json.convertValue(value, Long[].class))
                                        .toList()
                                : value.asString());
            } else if (present != null && !String.valueOf(present).isEmpty()) {
                values.put(name, present instanceof List<?> list ? list : String.valueOf(present));
            }
        });
        missing(rule, values).stream()
                .filter(EditedSteps::written)
                .forEach(field -> values.put(field.name(), page.t("worklist.table.undone")));
        return missing(rule, values).isEmpty()
                ? Optional.of(new Edit(matter, rule, values, MatterColumns.NUMBER, Set.of()))
                : Optional.empty();
    }
}

package org.huiyin.open311;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.open311.Offered.Offer;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Unit;
import org.huiyin.programme.Field;
import org.huiyin.programme.Form;

/** Reads a posted request into the fields of the service's form. */
final class Posted {

    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\[\\]]{1,60})](?:\\[])?");
    private static final Pattern SENTENCE = Pattern.compile("[。！？!?\\r\\n]|\\.(?=\\s|$)");
    private static final Pattern HAN = Pattern.compile(".*\\p{IsHan}.*");
    private static final int LONGEST_TITLE = 100;
    private static final int LONGEST_NAME = 50;

    private final Page page;
    private final Offer service;
    private final Map<String, List<String>> posted;
    private final Organisation organisation;
    private final List<String> wrong = new ArrayList<>();
    private final Map<String, Object> fields = new HashMap<>();

    private Posted(Page page, Offer service, Map<String, List<String>> posted, Organisation organisation) {
        this.page = page;
        this.service = service;
        this.posted = posted;
        this.organisation = organisation;
    }

    /** The fields, checked against the form; every mistake is told at once. */
    static Map<String, Object> fields(
            Page page, Offer service, Map<String, List<String>> posted, Organisation organisation) {
        Posted reading = new Posted(page, service, posted, organisation);
        reading.attributes();
        reading.whereabouts();
        reading.words();
        reading.person();
        reading.put("category", service.category());
        reading.put("channel", "imported");
        reading.check();
        if (!reading.wrong.isEmpty()) {
            throw new Refused(400, reading.wrong);
        }
        return reading.fields;
    }

    private Form form() {
        return service.beginning().step().form();
    }

    /** Fills a field, if this form has it. */
    private void put(String name, String value) {
        if (!value.isBlank() && form().field(name).isPresent()) {
            fields.put(name, value);
        }
    }

    private String one(String name) {
        return posted.getOrDefault(name, List.of()).stream()
                .findFirst()
                .map(String::strip)
                .orElse("");
    }

    private void attributes() {
        Map<String, List<String>> given = new LinkedHashMap<>();
        posted.forEach((name, values) -> {
            Matcher attribute = ATTRIBUTE.matcher(name);
            if (attribute.matches()) {
                given.computeIfAbsent(attribute.group(1), code -> new ArrayList<>())
                        .addAll(values.stream()
                                .filter(value -> !value.isBlank())
                                .toList());
            }
        });
        given.forEach((code, values) -> {
            Optional<Field> field = Attributes.of(form()).stream()
                    .filter(one -> one.name().equals(code))
                    .findFirst();
            if (field.isEmpty()) {
                wrong.add(page.t("open311.refused.attribute", code));
            } else if (!values.isEmpty()) {
                Object value = Attributes.read(field.get(), values);
                fields.put(code, field.get().type() == Field.Type.UNIT ? unit(String.valueOf(value)) : value);
            }
        });
    }

    /** A unit by its number, its code or its name. */
    private String unit(String written) {
        return organisation
                .units()
                .find(written)
                .or(() -> organisation.units().all().stream()
                        .filter(unit -> unit.active()
                                && (unit.name().zh().equals(written)
                                        || unit.name().en().equalsIgnoreCase(written)))
                        .findFirst())
                .map(Unit::id)
                .map(Object::toString)
                .orElse(written);
    }

    private void whereabouts() {
        Whereabouts whereabouts = new Whereabouts(organisation.places());
        boolean positioned = !one("lat").isEmpty() || !one("long").isEmpty();
        Optional<Place> place = Optional.empty();
        if (!one("address_string").isEmpty()) {
            place = whereabouts.named(one("address_string"));
            put("where", one("address_string"));
        }
        if (positioned && degrees("lat", 90) && degrees("long", 180)) {
            place = whereabouts.at(Double.parseDouble(one("lat")), Double.parseDouble(one("long")));
            put("position", one("lat") + "," + one("long"));
            if (place.isEmpty()) {
                wrong.add(page.t("open311.refused.outside"));
            }
        }
        if (!one("address_id").isEmpty()) {
            place = whereabouts.coded(one("address_id"));
            if (place.isEmpty()) {
                wrong.add(page.t("open311.refused.address-id", shortened(one("address_id"))));
            }
        }
        if (!positioned && one("address_string").isEmpty() && one("address_id").isEmpty()) {
            wrong.add(page.t("open311.refused.location"));
        }
        place.map(Place::code).ifPresent(code -> put("place", code));
    }

    private boolean degrees(String name, int most) {
        boolean right =
                one(name).matches("-?\\d{1,3}(\\.\\d{1,20})?") && Math.abs(Double.parseDouble(one(name))) <= most;
        if (!right) {
            wrong.add(page.t("open311.refused.degrees", name, most));
        }
        return right;
    }

    /** The form wants a title and a description; the specification has a description only, and not always. */
    private void words() {
        String description = one("description").isEmpty() ? page.t(service.name()) : one("description");
        put("description", description);
        if (!fields.containsKey("title")) {
            put("title", title(description));
        }
    }

    private String title(String description) {
        String first = SENTENCE.split(description.strip(), 2)[0].strip();
        if (first.codePointCount(0, first.length()) < 2) {
            return page.t(service.name());
        }
        return first.codePointCount(0, first.length()) <= LONGEST_TITLE
                ? first
                : first.substring(0, first.offsetByCodePoints(0, LONGEST_TITLE - 1)) + "…";
    }

    private void person() {
        String given = one("first_name");
        String family = one("last_name");
        String whole = HAN.matcher(given + family).matches() ? family + given : (given + " " + family).strip();
        put("raiser-name", whole.length() > LONGEST_NAME ? whole.substring(0, LONGEST_NAME) : whole);
        put("raiser-phone", one("phone"));
        put("raiser-email", one("email"));
    }

    private void check() {
        if (wrong.isEmpty()) {
            form().check(fields, false, page.formats().today()).errors().stream()
                    .map(error -> named(error.field()) + page.t("frame.colon") + Filled.said(page, error))
                    .forEach(wrong::add);
        }
    }

    private String named(String name) {
        return form().field(name).map(field -> page.t(field.title())).orElse(name) + " (" + name + ")";
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}

package org.huiyin.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Unit;
import org.huiyin.programme.Choices;
import org.huiyin.programme.Field;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.Text;
import org.huiyin.text.Sought;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads what somebody asks for; a filter that is none is refused rather than left out, for it would show everything. */
@Component
class Questions {

    private static final int MOST_MEANINGS = 8;

    private final Programmes programmes;
    private final Organisation organisation;
    private final ZoneId zone;

    Questions(Programmes programmes, Organisation organisation, @Value("${huiyin.zone}") ZoneId zone) {
        this.programmes = programmes;
        this.organisation = organisation;
        this.zone = zone;
    }

    Asked read(SearchAddress address, boolean staff) {
        if (address.tooLong()) {
            throw new ProblemException(Problem.of("search-too-long", 422, SearchAddress.LONGEST));
        }
        Sought sought = Sought.of(address.q(), this::names);
        if (sought.isEmpty() && !address.q().isEmpty()) {
            throw new ProblemException(Problem.of("nothing-to-search", 422));
        }
        return new Asked(
                sought,
                meanings(sought),
                meant(lists(), address.list()),
                meant(states(), address.state()),
                unit(address.unit()),
                known(address.place(), organisation.places().exists(address.place())),
                meant(categories(), address.category()),
                start(day(address.since())),
                start(after(day(address.until()))),
                known(
                        address.channel(),
                        staff
                                && channels().stream()
                                        .anyMatch(choice -> choice.value().equals(address.channel()))));
    }

    private Stream<Programme> newest() {
        return programmes.newest().stream();
    }

    Choices lists() {
        return choices(one -> one.lists().entrySet().stream(), Programme.ListRule::title);
    }

    Choices states() {
        return choices(one -> one.states().entrySet().stream(), Programme.StateRule::title);
    }

    Choices categories() {
        return choices(one -> one.categories().entrySet().stream(), Programme.Category::title);
    }

    private <T> Choices choices(Function<Programme, Stream<Map.Entry<String, T>>> named, Function<T, Text> title) {
        Choices choices = new Choices();
        newest().forEach(one ->
                named.apply(one).forEach(rule -> choices.add(one, rule.getKey(), title.apply(rule.getValue()))));
        return choices;
    }

    private static List<String> meant(Choices choices, String asked) {
        return asked.isEmpty() ? List.of() : choices.meant(asked).orElseThrow(() -> unknown(asked));
    }

    /** The ways by which matters come in, as the programmes name them. */
    List<Field.Choice> channels() {
        Map<String, Field.Choice> channels = new LinkedHashMap<>();
        newest().flatMap(one -> one.steps().values().stream())
                .flatMap(step -> step.form().field("channel").stream())
                .flatMap(field -> field.choices().stream())
                .forEach(choice -> channels.putIfAbsent(choice.value(), choice));
        return List.copyOf(channels.values());
    }

    private boolean names(String stretch) {
        return stretch.length() > 1
                && Stream.concat(places(stretch), units(stretch)).findAny().isPresent();
    }

    private Map<String, List<String>> meanings(Sought sought) {
        Map<String, List<String>> meanings = new LinkedHashMap<>();
        for (String word : sought.words()) {
            if (word.length() > 1) {
                meanings.put(
                        word,
                        Stream.concat(places(word), units(word))
                                .limit(MOST_MEANINGS)
                                .toList());
            }
        }
        return meanings;
    }

    private Stream<String> places(String word) {
        return organisation.places().search(word, 40).stream()
                .filter(place -> place.level().compareTo(Place.Level.VILLAGE) <= 0 && place.level() != Place.Level.CITY)
                .filter(place -> place.name().zh().startsWith(word)
                        || place.name().en().toLowerCase(Locale.ROOT).startsWith(word))
                .map(place -> Vector.place(place.code()));
    }

    private Stream<String> units(String word) {
        return organisation.units().search(word, 20).stream()
                .filter(unit -> unit.name().zh().contains(word)
                        || unit.name().en().toLowerCase(Locale.ROOT).contains(word))
                .map(Unit::id)
                .map(Vector::unit);
    }

    private @Nullable Integer unit(String asked) {
        if (asked.isEmpty()) {
            return null;
        }
        boolean known = asked.matches("[0-9]{1,9}")
                && organisation.units().find(Integer.parseInt(asked)).isPresent();
        return Integer.valueOf(known(asked, known));
    }

    private static @Nullable LocalDate after(@Nullable LocalDate day) {
        return day == null ? null : day.plusDays(1);
    }

    private @Nullable Instant start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toInstant();
    }

    private static @Nullable LocalDate day(String asked) {
        if (asked.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(asked);
            known(asked, day.getYear() > 1900 && day.getYear() < 2200);
            return day;
        } catch (DateTimeParseException e) {
            throw unknown(asked);
        }
    }

    private static String known(String asked, boolean known) {
        if (!asked.isEmpty() && !known) {
            throw unknown(asked);
        }
        return asked;
    }

    private static ProblemException unknown(String asked) {
        return new ProblemException(
                Problem.of("unknown-filter", 422, asked.length() > 40 ? asked.substring(0, 40) + "…" : asked));
    }
}

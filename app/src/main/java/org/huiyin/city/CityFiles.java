package org.huiyin.city;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.huiyin.org.Appointment;
import org.huiyin.org.NewUnit;
import org.huiyin.org.Place;
import org.huiyin.org.Role;
import org.huiyin.org.Unit;
import org.huiyin.programme.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** The tables of one city under {@code cities/<name>/} on the class path. */
final class CityFiles {

    private static final CSVFormat TABLE =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    private static final Map<String, Place.Level> PLACES = new LinkedHashMap<>();

    static {
        PLACES.put("city.csv", Place.Level.CITY);
        PLACES.put("counties.csv", Place.Level.COUNTY);
        PLACES.put("towns.csv", Place.Level.TOWN);
        PLACES.put("villages.csv", Place.Level.VILLAGE);
        PLACES.put("grids.csv", Place.Level.GRID);
        PLACES.put("estates.csv", Place.Level.ESTATE);
        PLACES.put("buildings.csv", Place.Level.BUILDING);
        PLACES.put("groups.csv", Place.Level.GROUP);
    }

    private final String home;

    CityFiles(String city) {
        this.home = "cities/" + city + "/";
    }

    /** Every place, outermost first. */
    List<Place> places() {
        var places = new ArrayList<Place>();
        PLACES.forEach((file, level) -> rows("places/" + file).forEach(row -> places.add(place(row, level))));
        return places;
    }

    List<NewUnit> units() {
        return rows("units.csv").stream().map(CityFiles::unit).toList();
    }

    /** Every person; rows with the same login are posts of one person. */
    List<Appointment> people(String passwordHash) {
        return rows("people.csv").stream()
                .collect(Collectors.groupingBy(row -> row.get("login"), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(rows -> person(rows, passwordHash))
                .toList();
    }

    /** The sign-ins worth showing, by role. */
    List<SignIn> signIns(String password) {
        var names =
                rows("units.csv").stream().collect(Collectors.toMap(row -> row.get("code"), row -> row.get("name_zh")));
        return rows("people.csv").stream()
                .filter(row -> !row.get("sign_in").isEmpty())
                .map(row -> new SignIn(
                        row.get("sign_in"),
                        row.get("login"),
                        password,
                        row.get("name"),
                        names.getOrDefault(row.get("unit"), "")))
                .toList();
    }

    private List<CSVRecord> rows(String file) {
        var source = new ClassPathResource(home + file);
        try (var reader = new InputStreamReader(source.getInputStream(), StandardCharsets.UTF_8);
                var table = TABLE.parse(reader)) {
            return table.getRecords();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + home + file, e);
        }
    }

    private static Place place(CSVRecord row, Place.Level level) {
        var code = row.get("code");
        var parent = level == Place.Level.CITY
                ? null
                : code.substring(0, Place.Level.values()[level.ordinal() - 1].codeLength());
        return new Place(code, text(row), level, parent, position(row));
    }

    private static NewUnit unit(CSVRecord row) {
        return new NewUnit(
                row.get("code"),
                text(row),
                orNull(row.get("parent")),
                Unit.Kind.valueOf(row.get("class").toUpperCase(Locale.ROOT)),
                orNull(row.get("place")),
                row.get("dispatch_office").equals("1"),
                list(row.get("duties")));
    }

    private static Appointment person(List<CSVRecord> rows, String passwordHash) {
        var first = rows.getFirst();
        var posts = rows.stream()
                .filter(row -> !row.get("unit").isEmpty())
                .map(row -> new Appointment.NewPost(
                        row.get("unit"),
                        Role.valueOf(row.get("role")),
                        row.get("title"),
                        list(row.get("places")),
                        row.get("everywhere").equals("1")))
                .toList();
        var account = new Appointment.NewAccount(first.get("login"), passwordHash, false);
        return new Appointment(first.get("name"), null, posts, account);
    }

    private static Text text(CSVRecord row) {
        var zh = row.get("name_zh");
        return new Text(zh, row.get("name_en").isEmpty() ? zh : row.get("name_en"));
    }

    private static Place.@Nullable Position position(CSVRecord row) {
        return row.get("lat").isEmpty()
                ? null
                : new Place.Position(Double.parseDouble(row.get("lat")), Double.parseDouble(row.get("lon")));
    }

    private static @Nullable String orNull(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static List<String> list(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split("\\|"));
    }
}

package org.huiyin.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.programme.Text;

/** The places and units of a city as a gazetteer: of the running one, or of the tables that come with the product. */
public final class CityNames {

    private static final CSVFormat TABLE =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private CityNames() {}

    /** Of the city that is served. */
    public static Gazetteer of(Organisation organisation) {
        List<Gazetteer.Entry> places = new ArrayList<>();
        for (Place place : organisation.places().subtree("")) {
            places.add(new Gazetteer.Entry(place.shortName(Locale.CHINESE), place.code()));
        }
        List<Gazetteer.Entry> units = organisation.units().all().stream()
                .map(unit -> new Gazetteer.Entry(unit.name().zh(), unit.code()))
                .toList();
        return new Gazetteer(places, units);
    }

    /** Of a city whose tables are on the class path; empty when there are none. */
    public static Gazetteer of(String city) {
        List<Gazetteer.Entry> places = new ArrayList<>();
        for (String table : List.of("city", "counties", "towns", "villages", "estates")) {
            for (CSVRecord row : rows("/cities/" + city + "/places/" + table + ".csv")) {
                Place place = new Place(
                        row.get("code"),
                        new Text(row.get("name_zh"), row.get("name_zh")),
                        Place.Level.VILLAGE,
                        null,
                        null);
                places.add(new Gazetteer.Entry(place.shortName(Locale.CHINESE), place.code()));
            }
        }
        List<Gazetteer.Entry> units = rows("/cities/" + city + "/units.csv").stream()
                .map(row -> new Gazetteer.Entry(row.get("name_zh"), row.get("code")))
                .toList();
        return new Gazetteer(places, units);
    }

    private static List<CSVRecord> rows(String resource) {
        try (InputStream in = CityNames.class.getResourceAsStream(resource)) {
            if (in == null) {
                return List.of();
            }
            try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
                return TABLE.parse(reader).getRecords();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.huiyin.catalogue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.frame.Texts;
import org.huiyin.org.Actor;
import org.huiyin.org.Amendments;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Places;
import org.huiyin.org.Role;
import org.huiyin.programme.Text;
import org.huiyin.sheet.Column;
import org.huiyin.sheet.Compared;
import org.huiyin.sheet.Exports;
import org.huiyin.sheet.Given;
import org.huiyin.sheet.GivenRows;
import org.huiyin.sheet.Heading;
import org.huiyin.sheet.Marks;
import org.huiyin.sheet.SheetIntake;
import org.huiyin.sheet.Taken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Places that come in or come back. A code says by its length what it is and by its beginning where it lies; names and positions can change. */
@Component
class PlaceTable implements SheetIntake {

    private static final int LONGEST_NAME = 100;

    private final PlaceSheet sheet;
    private final Organisation organisation;
    private final Amendments amendments;
    private final TransactionTemplate transaction;
    private final Texts texts;
    private final JsonMapper json;

    PlaceTable(
            PlaceSheet sheet,
            Organisation organisation,
            Amendments amendments,
            TransactionTemplate transaction,
            Texts texts,
            JsonMapper json) {
        this.sheet = sheet;
        this.organisation = organisation;
        this.amendments = amendments;
        this.transaction = transaction;
        this.texts = texts;
        this.json = json;
    }

    @Override
    public String name() {
        return "places";
    }

    @Override
    public String list() {
        return "places";
    }

    @Override
    public String title(Page page) {
        return page.t("catalogue.places");
    }

    @Override
    public boolean open(Actor reader) {
        return reader.role() == Role.ADMIN;
    }

    @Override
    public List<Heading> headings(Page page) {
        return List.of(
                Heading.of(texts, PlaceSheet.CODE, Column.Kind.CODE, true),
                Heading.of(texts, PlaceSheet.NAME, Column.Kind.TEXT, true),
                Heading.of(texts, PlaceSheet.ENGLISH, Column.Kind.TEXT, false),
                Heading.of(texts, PlaceSheet.LEVEL, Column.Kind.TEXT, false),
                Heading.of(texts, PlaceSheet.INSIDE, Column.Kind.TEXT, false),
                Heading.of(texts, PlaceSheet.LATITUDE, Column.Kind.NUMBER, false),
                Heading.of(texts, PlaceSheet.LONGITUDE, Column.Kind.NUMBER, false),
                Heading.of(texts, Marks.KEY, Column.Kind.TEXT, false));
    }

    /** A row that says something new, and what stood before. */
    private record Wanted(
            Given given, Place place, @Nullable Place before) {}

    @Override
    public Taken take(Page page, GivenRows rows, boolean trying, String file) {
        Places places = organisation.places();
        Map<Locale, List<Column<Place>>> columns = new HashMap<>();
        Map<String, Given> codes = new HashMap<>();
        List<Wanted> wanted = new ArrayList<>();
        long[] same = {0};
        rows.each(given -> {
            String code = given.needed(PlaceSheet.CODE);
            Given twice = code.isEmpty() ? null : codes.putIfAbsent(code, given);
            if (twice != null) {
                given.fault(PlaceSheet.CODE, "sheet.fault.twice", twice.line());
                return;
            }
            Place before = places.find(code).orElse(null);
            Compared compared = Compared.of(
                    given, columns.computeIfAbsent(given.language(), l -> sheet.columns(page.in(l))), before, false);
            switch (compared.how()) {
                case SAME -> same[0]++;
                case GONE -> given.fault(PlaceSheet.CODE, "sheet.fault.gone");
                case STALE ->
                    given.fault(
                            PlaceSheet.CODE,
                            "sheet.fault.moved-on",
                            String.join("、", compared.changed().values()));
                case NEW, CHANGED -> read(given, code, before, compared).ifPresent(wanted::add);
            }
        });
        wanted.forEach(one -> inside(one, places, codes));
        long added = wanted.stream().filter(one -> one.before() == null).count();
        if (rows.faulty()) {
            return new Taken(added, wanted.size() - added, same[0], List.of());
        }
        if (!trying && !wanted.isEmpty()) {
            store(wanted.stream().map(Wanted::place).toList());
        }
        return new Taken(
                added,
                wanted.size() - added,
                same[0],
                wanted.stream()
                        .map(one -> new Taken.Touched(
                                one.place().code(),
                                "place",
                                one.before() == null ? "" : json.writeValueAsString(one.before()),
                                one.place().toString()))
                        .toList());
    }

    private void store(List<Place> places) {
        transaction.executeWithoutResult(status -> amendments.places(places));
        organisation.reload();
    }

    private static Optional<Wanted> read(Given given, String code, @Nullable Place before, Compared compared) {
        for (String fixed : List.of(PlaceSheet.LEVEL, PlaceSheet.INSIDE)) {
            if (before != null && compared.changed().containsKey(fixed)) {
                given.fault(fixed, "sheet.fault.view-only", compared.changed().get(fixed));
            }
        }
        Place.Level level = Arrays.stream(Place.Level.values())
                .filter(one -> one.codeLength() == code.length() && code.matches("\\d+"))
                .findFirst()
                .orElse(null);
        if (level == null && !code.isEmpty()) {
            given.fault(PlaceSheet.CODE, "catalogue.place.bad-code");
        }
        String zh = given.needed(PlaceSheet.NAME);
        if (zh.length() > LONGEST_NAME) {
            given.fault(PlaceSheet.NAME, "sheet.fault.too-long", LONGEST_NAME);
        }
        String en = given.asks(PlaceSheet.ENGLISH)
                ? given.text(PlaceSheet.ENGLISH)
                : before == null ? "" : before.name().en();
        Place.Position position = given.asks(PlaceSheet.LATITUDE) || given.asks(PlaceSheet.LONGITUDE)
                ? position(given)
                : before == null ? null : before.position();
        if (level == null || !given.fine()) {
            return Optional.empty();
        }
        String parent = level == Place.Level.CITY
                ? null
                : code.substring(0, Place.Level.values()[level.ordinal() - 1].codeLength());
        Place place = new Place(code, new Text(zh, en.isEmpty() ? zh : en), level, parent, position);
        return Optional.of(new Wanted(given, place, before));
    }

    private static Place.@Nullable Position position(Given given) {
        BigDecimal lat = given.number(PlaceSheet.LATITUDE);
        BigDecimal lon = given.number(PlaceSheet.LONGITUDE);
        if (lat == null && lon == null) {
            return null;
        }
        if (lat == null || lon == null || Math.abs(lat.doubleValue()) > 90 || Math.abs(lon.doubleValue()) > 180) {
            given.fault(PlaceSheet.LATITUDE, "catalogue.place.bad-position");
            return null;
        }
        return new Place.Position(lat.doubleValue(), lon.doubleValue());
    }

    /** What a place lies in is there already or comes with the same table. */
    private static void inside(Wanted one, Places places, Map<String, Given> codes) {
        String parent = one.place().parent();
        if (parent != null && !places.exists(parent) && !codes.containsKey(parent)) {
            one.given().fault(PlaceSheet.CODE, "catalogue.place.no-outside", parent);
        }
    }

    /** Sets changed places back and takes new ones away, while nothing refers to them. */
    @Override
    public List<String> undo(Page page, List<Taken.Touched> taken, Exports.Progress progress) {
        Places places = organisation.places();
        List<String> why = new ArrayList<>();
        List<Place> back = new ArrayList<>();
        List<String> added = new ArrayList<>();
        for (Taken.Touched one : taken) {
            boolean stands = places.find(one.key())
                    .filter(now -> now.toString().equals(one.after()))
                    .isPresent();
            if (!stands) {
                why.add(page.t("catalogue.place.not-undone", one.key()));
            } else if (one.before().isEmpty()) {
                added.add(one.key());
            } else {
                back.add(json.readValue(one.before(), Place.class));
            }
        }
        if (why.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                amendments.places(back);
                if (amendments.removeUnusedPlaces(added) != added.size()) {
                    status.setRollbackOnly();
                    why.add(page.t("catalogue.place.in-use"));
                }
            });
            organisation.reload();
        }
        return why;
    }
}

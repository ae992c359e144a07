package org.huiyin.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.org.Places;
import org.huiyin.org.Unit;
import org.huiyin.register.Entry;
import org.huiyin.register.FactOutcome;
import org.huiyin.register.FactRequest;
import org.huiyin.register.Keeping;
import org.huiyin.register.Register;
import org.huiyin.register.Registers;
import org.springframework.stereotype.Component;

/** Fills the registers of deputies, homes, stations and groups of the demonstration city, through the same door as everybody's. */
@Component
public class RegisterStory {

    private static final int BATCH = 2000;
    private static final List<String> TRADES = List.of("农业", "工业", "教育", "医疗", "商贸", "城建", "政法", "综合");

    private final Keeping keeping;
    private final Registers registers;
    private final Organisation organisation;

    RegisterStory(Keeping keeping, Registers registers, Organisation organisation) {
        this.keeping = keeping;
        this.registers = registers;
        this.organisation = organisation;
    }

    /** How many of each a county has. */
    record County(int deputies, int homes, int stations, int groups) {}

    /** What stands in {@code registers.yaml}. */
    record Plan(String since, String login, String loginPlace, Map<String, County> counties) {}

    /** Enters all of them; a city in which there are some already is left alone. */
    public void tell(Progress progress) {
        Plan plan = CityYaml.read("jingzhou", "registers.yaml", Plan.class);
        Phrases phrases = Phrases.of("jingzhou");
        RandomGenerator random = new SplittableRandom(Script.of("jingzhou").seed());
        LocalDate since = LocalDate.parse(plan.since());
        int done = 0;
        for (Map.Entry<String, County> one : plan.counties().entrySet()) {
            progress.at("registers", done++, plan.counties().size());
            Seats seats = new Seats(one.getKey(), since, phrases, random);
            List<Entry> homes = enter("deputy-homes", seats.homes(one.getValue().homes()));
            List<Entry> stations =
                    enter("deputy-stations", seats.stations(one.getValue().stations(), homes));
            List<Entry> groups =
                    enter("deputy-groups", seats.groups(one.getValue().groups(), stations));
            List<Map<String, Object>> deputies = seats.deputies(one.getValue().deputies(), groups);
            if (plan.loginPlace().startsWith(one.getKey())) {
                Map<String, Object> first = deputies.stream()
                        .filter(deputy -> plan.loginPlace().equals(deputy.get("place")))
                        .findFirst()
                        .orElseThrow();
                first.put("name", "李建国");
                first.put("login", plan.login());
            }
            enter("deputies", deputies);
        }
        progress.at("registers", done, done);
    }

    private List<Entry> enter(String name, List<Map<String, Object>> all) {
        Register register = registers.of(name);
        List<Entry> entered = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            List<FactRequest> batch = new ArrayList<>();
            for (Map<String, Object> fields : all.subList(from, Math.min(all.size(), from + BATCH))) {
                batch.add(FactRequest.enter(
                        register,
                        fields,
                        "story-" + name + "-" + fields.get("place") + "-" + fields.get("name") + "-"
                                + fields.getOrDefault("seat", "")));
            }
            for (FactOutcome outcome : keeping.keep(Actor.SYSTEM, batch, false)) {
                if (outcome instanceof FactOutcome.Kept(Entry entry)) {
                    entered.add(entry);
                } else {
                    throw new IllegalStateException("The story's registers were refused: " + outcome);
                }
            }
        }
        return entered;
    }

    /** Makes up who and what there is in one county. */
    private final class Seats {

        private final String county;
        private final LocalDate since;
        private final Phrases phrases;
        private final RandomGenerator random;
        private final List<Place> towns;
        private final List<Place> villages;
        private final Map<String, Integer> counted = new HashMap<>();

        Seats(String county, LocalDate since, Phrases phrases, RandomGenerator random) {
            this.county = county;
            this.since = since;
            this.phrases = phrases;
            this.random = random;
            Places places = organisation.places();
            this.towns = places.children(county);
            this.villages = towns.stream()
                    .flatMap(town -> places.children(town.code()).stream())
                    .toList();
        }

        private Map<String, Object> at(Place place, String name) {
            int unit =
                    organisation.units().officeFor(place.code()).map(Unit::id).orElseThrow();
            int nth = counted.merge(place.code() + name, 1, Integer::sum);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("name", nth == 1 ? name : name + "（" + nth + "）");
            fields.put("place", place.code());
            fields.put("unit", (long) unit);
            fields.put("on", since.toString());
            return fields;
        }

        List<Map<String, Object>> homes(int count) {
            List<Map<String, Object>> homes = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Place town = towns.get(i % towns.size());
                homes.add(at(town, county(town) + town.shortName(java.util.Locale.CHINESE) + "人大代表之家"));
            }
            return homes;
        }

        private String county(Place within) {
            return organisation
                    .places()
                    .enclosing(within.code(), Place.Level.COUNTY)
                    .map(place -> place.shortName(java.util.Locale.CHINESE))
                    .orElse("");
        }

        List<Map<String, Object>> stations(int count, List<Entry> homes) {
            List<Map<String, Object>> stations = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Place village = villages.get((int) ((long) i * villages.size() / count));
                Map<String, Object> station =
                        at(village, town(village) + village.shortName(java.util.Locale.CHINESE) + "代表联络站");
                station.put("parent", label(nearest(homes, village.code(), i)));
                station.put("open", "每月15日上午");
                stations.add(station);
            }
            return stations;
        }

        private String town(Place village) {
            return county(village)
                    + organisation
                            .places()
                            .enclosing(village.code(), Place.Level.TOWN)
                            .map(place -> place.shortName(java.util.Locale.CHINESE))
                            .orElse("");
        }

        List<Map<String, Object>> groups(int count, List<Entry> stations) {
            List<Map<String, Object>> groups = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Place town = towns.get(i % towns.size());
                Map<String, Object> group = at(
                        town,
                        county(town) + town.shortName(java.util.Locale.CHINESE) + "第" + (i / towns.size() + 1)
                                + "代表小组");
                group.put("parent", label(nearest(stations, town.code(), i)));
                group.put("level", i % 5 == 0 ? "county" : "town");
                group.put("head", phrases.person(random));
                group.put("trade", TRADES.get(i % TRADES.size()));
                groups.add(group);
            }
            return groups;
        }

        List<Map<String, Object>> deputies(int count, List<Entry> groups) {
            List<Map<String, Object>> deputies = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Place village = villages.get((int) ((long) i * villages.size() / count));
                Map<String, Object> deputy = at(village, "");
                String level = i % 40 == 0 ? "city" : i % 6 == 0 ? "county" : "town";
                deputy.put("name", phrases.person(random));
                deputy.put("parent", label(nearest(groups, village.code().substring(0, 9), i)));
                deputy.put("level", level);
                deputy.put("congress", level.equals("city") ? 6L : level.equals("county") ? 11L : 12L);
                deputy.put("seat", county + "-" + (i + 1));
                deputy.put("sex", random.nextInt(100) < 36 ? "female" : "male");
                // no such number can be anybody's
                deputy.put("id-number", county + "0000" + "%08d".formatted(i + 1));
                deputies.add(deputy);
            }
            return deputies;
        }

        /** One at the same place, in turn; else one of the same town; else any. */
        private Entry nearest(List<Entry> among, String place, int turn) {
            String town = place.substring(0, 9);
            List<Entry> near =
                    among.stream().filter(one -> one.place().startsWith(town)).toList();
            List<Entry> chosen = near.isEmpty() ? among : near;
            return chosen.get(turn % chosen.size());
        }

        private String label(Entry entry) {
            return registers.of(entry.register()).label(entry.number());
        }
    }
}

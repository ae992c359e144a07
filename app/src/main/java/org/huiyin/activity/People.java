package org.huiyin.activity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.register.Entries;
import org.huiyin.register.Entry;
import org.huiyin.register.Register;
import org.huiyin.register.Registers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names of those who have to do with activities, and who is meant by names somebody typed. */
@Component
class People {

    private static final int MOST = 500;
    private static final int MANY = 2000;

    private static final String POSTS = """
            select post.id, person.name, post.unit_id, post.title from post join person on person.id = post.person_id where post.id = any(:ids)
            """;
    private static final String NAMED = """
            select post.id, person.name, post.unit_id from post join person on person.id = post.person_id
            where post.active and person.name = any(:names) and post.role not in ('ADMIN', 'IMPORTER')
            order by person.name, post.id limit 500
            """;
    private static final String KNOWN = """
            select (select count(*) from post where id = any(:posts) and active)::integer
              + (select count(*) from activity_guest where id = any(:guests))::integer
            """;
    private static final String OF_UNIT = """
            select post.id from post where post.active and post.unit_id = :unit and post.role not in ('ADMIN', 'IMPORTER') order by post.id
            """;

    private final JdbcClient database;
    private final Organisation organisation;
    private final Guests guests;
    private final Entries entries;
    private final Registers registers;

    People(JdbcClient database, Organisation organisation, Guests guests, Entries entries, Registers registers) {
        this.registers = registers;
        this.database = database;
        this.organisation = organisation;
        this.guests = guests;
        this.entries = entries;
    }

    /** A name and what tells its bearer from others: the unit, or some signs of a telephone. */
    record Named(String name, String more) {}

    private record Post(long id, String name, int unit) {}

    /** The names of all of these; sealed names of registers stay sealed. */
    Map<Who, String> names(Collection<Who> whos, Locale locale) {
        Map<Who, String> names = new LinkedHashMap<>();
        named(whos, locale).forEach((who, named) -> names.put(who, named.name()));
        return names;
    }

    Map<Who, Named> named(Collection<Who> whos, Locale locale) {
        Map<Who, Named> found = new LinkedHashMap<>();
        List<Long> posts = ids(whos, Who.Sort.POST);
        if (!posts.isEmpty()) {
            database.sql(POSTS).param("ids", posts.toArray(Long[]::new)).query((java.sql.ResultSet row) -> {
                String unit = organisation.units().name(row.getInt(3), locale);
                found.put(Who.post(row.getLong(1)), new Named(row.getString(2), unit));
            });
        }
        guests.of(ids(whos, Who.Sort.GUEST))
                .forEach((id, guest) -> found.put(Who.guest(id), new Named(guest.name(), guest.discreetPhone())));
        for (Entry entry : entries.of(ids(whos, Who.Sort.ENTRY))) {
            String label = registers.of(entry.register()).label(entry.number());
            String name = entry.name().equals(Entry.SEALED) ? label : entry.name();
            found.put(
                    Who.entry(entry.id()), new Named(name, organisation.places().path(entry.place(), locale)));
        }
        Map<Who, Named> ordered = new LinkedHashMap<>();
        whos.forEach(who -> ordered.put(who, found.getOrDefault(who, new Named("＊", ""))));
        return ordered;
    }

    private static List<Long> ids(Collection<Who> whos, Who.Sort sort) {
        return whos.stream().filter(who -> who.sort() == sort).map(Who::id).toList();
    }

    /**
     * Whom somebody means.
     *
     * @param unknown what nobody is called
     * @param several who could be more than one; they are told apart as 姓名@单位
     * @param left the numbers of those who are on their register no more
     */
    record Meant(List<Who> who, List<String> unknown, List<String> several, List<String> left) {

        boolean clear() {
            return unknown.isEmpty() && several.isEmpty() && left.isEmpty();
        }
    }

    /** Reads 张建国、罗子涵@朝阳街道、市城管局: people, and units for everybody at them. */
    Meant meant(String typed, Actor asker) {
        Set<Who> who = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        List<String> several = new ArrayList<>();
        for (String one : parts(typed)) {
            List<Post> posts = posts(one, asker);
            if (posts.size() == 1) {
                who.add(Who.post(posts.getFirst().id()));
            } else if (posts.size() > 1) {
                several.add(one + "（" + units(posts) + "）");
            } else if (!unit(one, who)) {
                unknown.add(one);
            }
        }
        return new Meant(List.copyOf(who), unknown, several, List.of());
    }

    /** The entries of a register by their numbers, GA-17、GA-18, as far as the asker reads it. */
    Meant entries(String typed, Kind kind, Actor asker) {
        Register register = registers.of(kind.whom().register());
        Set<Who> who = new LinkedHashSet<>();
        List<String> unknown = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (String one : parts(typed)) {
            Entry entry = entries.labelled(List.of(register), one)
                    .filter(found -> Entries.readable(register, found, register.readable(asker)))
                    .orElse(null);
            if (entry == null) {
                unknown.add(one);
            } else if (entry.present()) {
                who.add(Who.entry(entry.id()));
            } else {
                left.add(one);
            }
        }
        return new Meant(List.copyOf(who), unknown, List.of(), left);
    }

    /** Whether all of these are still on their register, and readable by whoever plans. */
    boolean present(Kind kind, List<Who> whos, Actor asker) {
        List<Long> ids = ids(whos, Who.Sort.ENTRY);
        if (ids.isEmpty()) {
            return true;
        }
        if (kind.whom().sort() != Kind.Whom.Sort.ENTRIES) {
            return false;
        }
        Register register = registers.of(kind.whom().register());
        return entries.of(ids).stream()
                        .filter(entry -> entry.present() && Entries.readable(register, entry, register.readable(asker)))
                        .count()
                == ids.stream().distinct().count();
    }

    /** Whether one of these had left its register before a day, by death or otherwise; on the day itself they may have been seen. */
    boolean left(List<Who> whos, LocalDate day) {
        return entries.of(ids(whos, Who.Sort.ENTRY)).stream()
                .anyMatch(entry -> !entry.present()
                        && (entry.until() == null || entry.until().isBefore(day)));
    }

    /** Whether there is somebody behind each of these. */
    boolean exist(List<Who> whos) {
        if (whos.size() > MANY) {
            return false;
        }
        Long[] posts = ids(whos, Who.Sort.POST).stream().distinct().toArray(Long[]::new);
        Long[] others = ids(whos, Who.Sort.GUEST).stream().distinct().toArray(Long[]::new);
        List<Long> entered = ids(whos, Who.Sort.ENTRY).stream().distinct().toList();
        int known = database.sql(KNOWN)
                .param("posts", posts)
                .param("guests", others)
                .query(Integer.class)
                .single();
        return known == posts.length + others.length
                && entries.of(entered).stream().filter(Entry::present).count() == entered.size();
    }

    /** As somebody could have typed it. */
    String typed(List<Who> whos) {
        List<String> parts = new ArrayList<>();
        named(whos, Locale.CHINESE)
                .forEach((who, named) ->
                        parts.add(who.sort() == Who.Sort.ENTRY ? named.name() : named.name() + "@" + named.more()));
        return String.join("、", parts);
    }

    private static List<String> parts(String typed) {
        return List.of(typed.strip().split("[、,，;；\\n]+")).stream()
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .limit(MOST)
                .toList();
    }

    /** Those of this name; when there are several, those of the asker's own unit go before others. */
    private List<Post> posts(String typed, Actor asker) {
        String[] name = typed.split("@", 2);
        List<Post> all = database.sql(NAMED)
                .param("names", new String[] {name[0].strip()})
                .query((row, n) -> new Post(row.getLong(1), row.getString(2), row.getInt(3)))
                .list();
        if (name.length == 2) {
            String unit = name[1].strip();
            List<Post> exact =
                    all.stream().filter(one -> called(one.unit(), unit)).toList();
            return exact;
        }
        List<Post> own = all.stream().filter(one -> one.unit() == asker.unit()).toList();
        return all.size() > 1 && own.size() == 1 ? own : all;
    }

    private boolean called(int unit, String name) {
        return organisation
                .units()
                .find(unit)
                .filter(one -> one.name().zh().equals(name) || one.name().en().equalsIgnoreCase(name))
                .isPresent();
    }

    private boolean unit(String name, Set<Who> who) {
        List<Unit> units = organisation.units().all().stream()
                .filter(unit -> unit.active() && called(unit.id(), name))
                .toList();
        if (units.size() != 1) {
            return false;
        }
        database.sql(OF_UNIT)
                .param("unit", units.getFirst().id())
                .query((row, n) -> row.getLong(1))
                .list()
                .forEach(post -> who.add(Who.post(post)));
        return true;
    }

    private String units(List<Post> posts) {
        return String.join(
                "、",
                posts.stream()
                        .map(one -> one.name() + "@" + organisation.units().name(one.unit(), Locale.CHINESE))
                        .limit(4)
                        .toList());
    }
}

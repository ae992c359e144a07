package org.huiyin.city;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.huiyin.activity.Who;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.org.Reach;
import org.huiyin.register.Entries;
import org.huiyin.register.Entry;
import org.huiyin.register.EntryFilter;
import org.springframework.stereotype.Component;

/** Which groups of deputies meet on which working days, and who of each comes: drawn from the story's seed out of the registers. */
@Component
class DeputyMeetings {

    private static final int PAGE = 1000;
    /** Of ten who are asked again, so many come. */
    private static final int AGAIN = 7;
    /** However many stay away, a group has so many who come. */
    private static final int LEFT = 2;

    private final Entries entries;
    private final Calendars calendars;

    DeputyMeetings(Entries entries, Calendars calendars) {
        this.entries = entries;
        this.calendars = calendars;
    }

    /** How many activities the groups of a county hold, and how many deputies come to at least one. */
    record County(int activities, int came) {}

    /**
     * One activity of a group.
     *
     * @param nth how many went before it in the county
     */
    record Meeting(Entry group, int nth, List<Who> asked, List<Who> came) {}

    /** All of them by their day, in its order. */
    TreeMap<LocalDate, List<Meeting>> all(Map<String, County> counties, LocalDate first, LocalDate last) {
        WorkCalendar calendar = calendars.current().calendar();
        List<LocalDate> days = first.datesUntil(last.plusDays(1))
                .filter(day -> calendar.kind(day).worked())
                .toList();
        TreeMap<LocalDate, List<Meeting>> byDay = new TreeMap<>();
        counties.forEach((county, plan) -> {
            List<Meeting> meetings = meetings(county, plan);
            for (int i = 0; i < meetings.size(); i++) {
                LocalDate day = days.get((int) ((long) i * days.size() / meetings.size()));
                byDay.computeIfAbsent(day, any -> new ArrayList<>()).add(meetings.get(i));
            }
        });
        return byDay;
    }

    /** Group after group, round after round. */
    private List<Meeting> meetings(String county, County plan) {
        Random random = new Random(Script.of("jingzhou").seed() + county.hashCode());
        Map<Long, List<Who>> members = entries.all(present("deputies", county)).stream()
                .filter(deputy -> deputy.parent() != null)
                .collect(Collectors.groupingBy(
                        deputy -> Objects.requireNonNull(deputy.parent()),
                        LinkedHashMap::new,
                        Collectors.mapping(deputy -> Who.entry(deputy.id()), Collectors.toList())));
        List<Entry> groups = entries.all(present("deputy-groups", county)).stream()
                .filter(group -> members.containsKey(group.id()))
                .toList();
        Set<Who> away = away(members, plan.came(), random);
        List<Meeting> meetings = new ArrayList<>();
        for (int nth = 0; nth < plan.activities(); nth++) {
            Entry group = groups.get(nth % groups.size());
            List<Who> asked = members.getOrDefault(group.id(), List.of());
            boolean everybody = nth < groups.size();
            List<Who> able = asked.stream().filter(who -> !away.contains(who)).toList();
            List<Who> came = able.stream()
                    .filter(who -> everybody || who.equals(able.getFirst()) || random.nextInt(10) < AGAIN)
                    .toList();
            meetings.add(new Meeting(group, nth, asked, came));
        }
        return meetings;
    }

    /** Those who come to nothing in all that time, drawn by lot. */
    private static Set<Who> away(Map<Long, List<Who>> members, int came, Random random) {
        Map<Who, Long> groupOf = new HashMap<>();
        Map<Long, Integer> left = new HashMap<>();
        List<Who> lot = new ArrayList<>();
        members.forEach((group, whos) -> {
            left.put(group, whos.size());
            whos.forEach(who -> groupOf.put(who, group));
            lot.addAll(whos);
        });
        Collections.shuffle(lot, random);
        Set<Who> away = new HashSet<>();
        for (Who who : lot) {
            long group = Objects.requireNonNull(groupOf.get(who));
            if (away.size() < lot.size() - came && left.getOrDefault(group, 0) > LEFT) {
                left.merge(group, -1, Integer::sum);
                away.add(who);
            }
        }
        return away;
    }

    private static EntryFilter present(String register, String county) {
        return EntryFilter.present(register, Reach.EVERYWHERE, PAGE).in(county);
    }
}

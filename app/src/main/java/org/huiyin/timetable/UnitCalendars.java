package org.huiyin.timetable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.calendar.Timetable;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.org.Units;
import org.huiyin.timetable.TimetableRows.UnitRow;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Which unit goes by which calendar: the one it was given, or else that of the unit above it, or else the city's. What follows from the tree
 * is written down with each timetable, so that a unit that moves changes nothing that was judged before.
 */
@Component
public class UnitCalendars {

    private static final Logger LOG = LoggerFactory.getLogger(UnitCalendars.class);

    private final CalendarVersions versions;
    private final Organisation organisation;
    private Units seen = Units.NONE;

    UnitCalendars(CalendarVersions versions, Organisation organisation) {
        this.versions = versions;
        this.organisation = organisation;
    }

    /** The timetable as it would be if a unit went by a calendar; null for that of the unit above. */
    public Timetable tried(int unit, @Nullable String calendar) {
        return versions.current().withUnits(effective(own(unit, calendar), organisation.units()));
    }

    /**
     * Gives a unit a calendar.
     *
     * @param calendar one that is there; null for that of the unit above
     * @return the number of the next timetable; nothing when somebody published another one since
     */
    public Optional<Integer> give(int unit, @Nullable String calendar, int basedOn, Actor publisher, String why) {
        return versions.assign(rows(own(unit, calendar)), basedOn, publisher, why);
    }

    private Map<Integer, String> own(int unit, @Nullable String calendar) {
        Map<Integer, String> own = new HashMap<>(versions.unitsOwn());
        if (calendar == null) {
            own.remove(unit);
        } else {
            own.put(unit, calendar);
        }
        return own;
    }

    /** What has to be written down beside what stands. */
    private List<UnitRow> rows(Map<Integer, String> own) {
        Map<Integer, String> wanted = effective(own, organisation.units());
        Map<Integer, String> stands = versions.current().units();
        Map<Integer, String> ownBefore = versions.unitsOwn();
        List<UnitRow> rows = new ArrayList<>();
        for (Unit unit : organisation.units().all()) {
            int id = unit.id();
            String calendar = wanted.getOrDefault(id, Timetable.CITY);
            if (!calendar.equals(stands.getOrDefault(id, Timetable.CITY))
                    || own.containsKey(id) != ownBefore.containsKey(id)) {
                rows.add(new UnitRow(id, calendar, own.containsKey(id)));
            }
        }
        return rows;
    }

    private static Map<Integer, String> effective(Map<Integer, String> own, Units units) {
        Map<Integer, String> effective = new HashMap<>();
        if (own.isEmpty()) {
            return effective;
        }
        for (Unit unit : units.all()) {
            for (Unit above : units.line(unit.id()).reversed()) {
                String calendar = own.get(above.id());
                if (calendar != null) {
                    if (!calendar.equals(Timetable.CITY)) {
                        effective.put(unit.id(), calendar);
                    }
                    break;
                }
            }
        }
        return effective;
    }

    /** Follows the tree: a unit that came or moved goes by the calendar of the unit that is above it now. */
    @Scheduled(fixedDelay = 10_000, initialDelay = 10_000)
    synchronized void follow() {
        Units now = organisation.units();
        if (now == seen) {
            return;
        }
        Map<Integer, String> own = versions.unitsOwn();
        List<UnitRow> rows = own.isEmpty() ? List.of() : rows(own);
        if (rows.isEmpty()
                || versions.assign(rows, versions.current().number(), Actor.SYSTEM, "单位有变动 · units changed")
                        .isPresent()) {
            seen = now;
            LOG.debug("{} units go by another calendar since units changed", rows.size());
        }
    }
}

package org.huiyin.bench;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.huiyin.calendar.Calendars;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Directory;
import org.huiyin.matter.StepScribe;
import org.huiyin.org.Actor;
import org.huiyin.org.Reach;
import org.huiyin.org.Role;
import org.huiyin.privacy.Keyring;
import org.huiyin.programme.ProgrammeReader;

/** A city to measure in: 200 units, 10 of them offices that dispatch, 130 towns, and the persons who take the seven steps. */
final class City implements Directory {

    static final int OFFICES = 10;
    static final int UNITS = 200;
    static final int TOWNS = 130;
    static final Actor RESIDENT = new Actor(1, 0, 0, Role.RESIDENT, "居民", Reach.NOWHERE, null);

    static Desk.Equipment equipment(DataSource database, List<StepScribe> scribes) {
        return new Desk.Equipment(
                database,
                ProgrammeReader.packaged(),
                Calendars.only(WorkCalendar.china()),
                new City(),
                new Keyring(new byte[32]),
                scribes,
                InstantSource.system(),
                ZoneId.of("Asia/Shanghai"));
    }

    static Actor dispatcher(int office) {
        return staff(2, office, Role.DISPATCHER);
    }

    static Actor handler(int unit) {
        return staff(3, unit, Role.HANDLER);
    }

    static Actor head(int unit) {
        return staff(4, unit, Role.UNIT_HEAD);
    }

    static Actor staff(long account, int unit, Role role) {
        return new Actor(account, account, unit, role, "", new Reach(false, Set.of(unit), List.of()), null);
    }

    static String town(int n) {
        return "4210%02d%03d".formatted(2 + n % 8, n / 8 + 1);
    }

    static List<Integer> handlingUnits() {
        return IntStream.range(OFFICES, UNITS).boxed().toList();
    }

    @Override
    public boolean hasUnit(int unit) {
        return unit >= 0 && unit < UNITS;
    }

    @Override
    public boolean hasPlace(String place) {
        return place.startsWith("4210");
    }

    @Override
    public int officeFor(String place) {
        return Math.floorMod(place.hashCode(), OFFICES);
    }
}

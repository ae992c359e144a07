package org.huiyin.matter;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts, step by step, how many matters stand on which list. One row a writer, so that two writers never wait for each other's count; readers
 * add the rows up. The board holds these sums against a count of the matters themselves.
 */
final class ListTally {

    private static final String ADD = """
            insert into list_tally (programme, list, town, lane, n)
            select programme, list, town, lane, n from unnest(?, ?, ?, ?, ?) u(programme, list, town, lane, n)
            on conflict (programme, list, town, lane) do update set n = list_tally.n + excluded.n
            """;

    private ListTally() {}

    private record Place(String programme, String list, String town) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int byProgramme = programme.compareTo(other.programme);
            int byList = byProgramme != 0 ? byProgramme : list.compareTo(other.list);
            return byList != 0 ? byList : town.compareTo(other.town);
        }
    }

    static void count(Writes writes, List<StepScribe.Accepted> batch) {
        Map<Place, Long> sums = new TreeMap<>();
        for (StepScribe.Accepted one : batch) {
            count(sums, one.before(), -1);
            count(sums, one.after(), 1);
        }
        Columns columns = new Columns("text", "text", "text", "int4", "int8");
        sums.forEach((place, n) -> {
            if (n != 0) {
                columns.add(place.programme(), place.list(), place.town(), writes.lane(), n);
            }
        });
        writes.add(ADD, columns);
    }

    private static void count(Map<Place, Long> sums, @Nullable Matter matter, long by) {
        if (matter != null) {
            sums.merge(new Place(matter.programme(), matter.list(), Matters.town(matter.place())), by, Long::sum);
        }
    }
}

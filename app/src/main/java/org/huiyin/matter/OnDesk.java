package org.huiyin.matter;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code on_desk} rows: one for each matter that waits on somebody's desk, in the list where it waits. */
final class OnDesk {

    private static final String PUT = """
            insert into on_desk (matter_id, unit, worklist, due_at, near_at, place, category, urgency)
            select matter_id, unit, worklist, timestamptz 'epoch' + due_at * interval '1 microsecond',
              timestamptz 'epoch' + near_at * interval '1 microsecond', place, category, urgency
            from unnest(?, ?, ?, ?, ?, ?, ?, ?) u(matter_id, unit, worklist, due_at, near_at, place, category, urgency)
            on conflict (matter_id) do update set unit = excluded.unit, worklist = excluded.worklist, due_at = excluded.due_at,
              near_at = excluded.near_at, place = excluded.place, category = excluded.category, urgency = excluded.urgency
            """;
    private static final String CLEAR = """
            delete from on_desk where matter_id = any(?)
            """;

    private OnDesk() {}

    /** Where a matter waits. */
    private record Place(
            int unit, String worklist, Instant due, Instant near, String place, String category, String urgency) {

        static @Nullable Place of(@Nullable Matter matter) {
            if (matter == null) {
                return null;
            }
            Integer unit = matter.desk();
            String worklist = matter.worklist();
            return unit == null || worklist == null
                    ? null
                    : new Place(
                            unit,
                            worklist,
                            matter.due(),
                            matter.near(),
                            matter.place(),
                            matter.category(),
                            matter.urgency());
        }
    }

    /** Puts matters where they wait after a batch and clears the desks of those that wait no longer. */
    static void put(Writes writes, Collection<Matter> afters, Map<Long, Matter> befores) {
        Columns columns = new Columns("int8", "int4", "text", "int8", "int8", "text", "text", "text");
        Columns gone = new Columns("int8");
        for (Matter after : afters) {
            Place now = Place.of(after);
            Place before = Place.of(befores.get(after.id()));
            if (now == null && before != null) {
                gone.add(after.id());
            }
            if (now != null && !now.equals(before)) {
                columns.add(
                        after.id(),
                        now.unit,
                        now.worklist,
                        Columns.micros(now.due),
                        Columns.micros(now.near),
                        now.place,
                        now.category,
                        now.urgency);
            }
        }
        writes.add(PUT, columns);
        writes.add(CLEAR, gone);
    }
}

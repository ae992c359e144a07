package org.huiyin.replay;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The kinds of tables that can be replayed. */
public enum RecordKind {
    /** Service requests of Baltimore's 311 line, as the city published them. */
    BALTIMORE_311(BaltimoreTable::new),
    /** Messages to a provincial message board with their replies (2020 Teddy Cup, attachment 4). */
    TEDDY_REPLIED(TeddyTable::new);

    private final Supplier<Table> table;

    RecordKind(Supplier<Table> table) {
        this.table = table;
    }

    Table table() {
        return table.get();
    }

    /** The name on the command line and in the keys of steps. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The kind of that name.
     *
     * @throws CannotReplay when there is none
     */
    public static RecordKind named(String name) {
        return Arrays.stream(values())
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new CannotReplay("There is no kind of record called " + Row.shown(name)
                        + "; there are "
                        + Arrays.stream(values()).map(RecordKind::toString).collect(Collectors.joining(" and "))
                        + "."));
    }
}

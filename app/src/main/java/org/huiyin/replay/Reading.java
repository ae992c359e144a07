package org.huiyin.replay;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A whole file, read and understood before anything is stored. */
public final class Reading {

    private final RecordKind kind;
    private final Table table;
    private final List<Life> lives;
    private final List<Malformed> malformed;

    private Reading(RecordKind kind, Table table, List<Life> lives, List<Malformed> malformed) {
        this.kind = kind;
        this.table = table;
        this.lives = List.copyOf(lives);
        this.malformed = List.copyOf(malformed);
    }

    /**
     * Reads a file.
     *
     * @throws CannotReplay when it is no table of that kind
     */
    public static Reading of(RecordKind kind, Path file) {
        Table table = kind.table();
        List<Life> lives = new ArrayList<>();
        List<Malformed> malformed = new ArrayList<>();
        Map<String, Long> lines = new HashMap<>();
        new RecordFile(file)
                .read(
                        kind.toString(),
                        table.columns(),
                        row -> {
                            Life life = table.life(row);
                            Long earlier = lines.putIfAbsent(life.id(), row.line());
                            if (earlier != null) {
                                throw new BadCell(
                                        table.columns().getFirst(),
                                        life.id() + " stands on line " + earlier + " already");
                            }
                            lives.add(life);
                        },
                        malformed::add);
        return new Reading(kind, table, Twins.match(lives), malformed);
    }

    public RecordKind kind() {
        return kind;
    }

    Table table() {
        return table;
    }

    List<Life> lives() {
        return lives;
    }

    /** How many records the file tells of, malformed rows apart. */
    public int records() {
        return lives.size();
    }

    public List<Malformed> malformed() {
        return malformed;
    }

    /** Whether the file itself says when each record was due; else {@link #onTime} uses the programme's limits. */
    public boolean hasDueTimes() {
        return table.hasDueTimes();
    }

    /** How many of the records that were done and had a due time were done by then: from the file alone. */
    public Rate onTime() {
        long judged = lives.stream().filter(life -> life.span().judged()).count();
        long onTime = lives.stream().filter(life -> life.span().onTime()).count();
        return new Rate(onTime, judged);
    }
}

package org.huiyin.mechanism;

import java.util.List;
import java.util.Optional;
import org.huiyin.register.Entries;
import org.huiyin.register.Entry;
import org.huiyin.register.Register;
import org.huiyin.register.Registers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the matters of an entry and the entries of a matter. */
@Component
class Linked {

    static final int MOST = 100;

    private static final String MATTERS = """
            select distinct on (matter_id) matter_id, field from matter_entry where register = :register and number = :number
            order by matter_id desc, seq desc limit :most
            """;
    private static final String NAMED = """
            select register, number, seq, field from matter_entry where matter_id = :matter order by register, number, seq limit 100
            """;

    private final JdbcClient database;
    private final Registers registers;
    private final Entries entries;

    Linked(JdbcClient database, Registers registers, Entries entries) {
        this.database = database;
        this.registers = registers;
        this.entries = entries;
    }

    /** @param field that last named the entry */
    record Tie(long matter, String field) {}

    /** The matters whose steps name it, the newest first. */
    List<Tie> ties(Register register, Entry entry) {
        return database.sql(MATTERS)
                .param("register", register.name())
                .param("number", entry.number())
                .param("most", MOST)
                .query((row, n) -> new Tie(row.getLong(1), row.getString(2)))
                .list();
    }

    /**
     * An entry a matter names: it may not be there.
     *
     * @param seq the step that names it, in this field
     */
    record Named(String register, int number, int seq, String field) {}

    List<Named> named(long matter) {
        return database.sql(NAMED)
                .param("matter", matter)
                .query((row, n) -> new Named(row.getString(1), row.getInt(2), row.getInt(3), row.getString(4)))
                .list();
    }

    Optional<Register> register(String name) {
        return registers.find(name);
    }

    Optional<Entry> entry(Register register, int number) {
        return entries.numbered(register, number);
    }
}

package org.huiyin.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads many entries at once for tables: by their numbers, and as they stood with an earlier fact. */
@Component
class SheetEntries {

    private static final String NUMBERED = """
            select id, register, number, name, place, unit, parent, account, state, entered_on, left_on, left_why, class, fields::text, version
            from register_entry where register = :register and number = any(:numbers)
            """;
    private static final String STOOD = """
            select e.id, e.register, e.number, f.name, f.place, f.unit, f.parent, f.account, e.state, e.entered_on, e.left_on, e.left_why, f.class,
              f.fields::text, f.ordinal, f.sealed, f.on_day, p.register, p.number, coalesce(account.login, '#' || account.id)
            from unnest(:ids::bigint[], :ordinals::integer[]) u(id, ordinal)
            join register_entry e on e.id = u.id join register_fact f on f.entry = u.id and f.ordinal = u.ordinal
            left join register_entry p on p.id = f.parent left join account on account.id = f.account
            """;

    private final JdbcClient database;
    private final Registers registers;

    SheetEntries(JdbcClient database, Registers registers) {
        this.database = database;
        this.registers = registers;
    }

    /** Those with these numbers as people say them; whatever is no number of this register is passed over. */
    List<Entry> numbered(Register register, Collection<String> labels) {
        String form = register.prefix() + "-[0-9]{1,9}";
        Integer[] numbers = labels.stream()
                .map(label -> label.toUpperCase(Locale.ROOT))
                .filter(label -> label.matches(form))
                .map(label -> Integer.valueOf(label.substring(register.prefix().length() + 1)))
                .toArray(Integer[]::new);
        return database.sql(NUMBERED)
                .param("register", register.name())
                .param("numbers", numbers)
                .query(EntryRows::entry)
                .list();
    }

    /** As they stood with these facts, by their ids. */
    Map<Long, Standing> stood(Map<Long, Integer> ordinals) {
        Map<Long, Standing> all = new HashMap<>();
        database.sql(STOOD)
                .param("ids", ordinals.keySet().toArray(Long[]::new))
                .param("ordinals", ordinals.values().toArray(Integer[]::new))
                .query(row -> {
                    all.put(row.getLong(1), EntryRows.standing(row, registers));
                });
        return all;
    }
}

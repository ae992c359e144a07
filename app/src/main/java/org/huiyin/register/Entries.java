package org.huiyin.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.org.Reach;
import org.huiyin.privacy.Keyring;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the entries of registers. Asks nobody who they are: whoever shows one asks {@link Register#readable} first. */
@Component
public class Entries {

    private static final String BY_ID = """
            select id, register, number, name, place, unit, parent, account, state, entered_on, left_on, left_why, class, fields::text, version
            from register_entry where id = any(:ids) order by place, number
            """;
    private static final String BY_NUMBER = """
            select id, register, number, name, place, unit, parent, account, state, entered_on, left_on, left_why, class, fields::text, version
            from register_entry where register = :register and number = :number
            """;
    private static final String BY_ACCOUNT = """
            select id, register, number, name, place, unit, parent, account, state, entered_on, left_on, left_why, class, fields::text, version
            from register_entry where account = :account and state = 'present' order by id
            """;
    private static final String CLAIMED = """
            select entry from register_claim where register = :register and rule = :rule and value = :value
            """;
    /** As it stood at the end of a day: its last fact until then, unless it was found to have been a mistake. */
    private static final String AS_OF = """
            select e.id, e.register, e.number, f.name, f.place, f.unit, f.parent, f.account, case f.kind when 'exit' then 'left' else 'present' end,
              (select max(on_day) from register_fact b where b.entry = e.id and b.ordinal <= f.ordinal and b.kind in ('enter', 'return')),
              case f.kind when 'exit' then f.on_day end, case f.kind when 'exit' then f.reason else '' end, f.class, f.fields::text, f.ordinal
            from register_entry e
            join register_fact f on f.entry = e.id and f.ordinal = (select max(b.ordinal) from register_fact b where b.entry = e.id and b.on_day <= :day)
            where e.id = :id and e.state <> 'void'
            """;

    private static final String PRESENT = """
            select coalesce(sum(came - gone), 0) from register_tally
            where register = :register and place >= :place and place < :place || '~' and on_day <= :day
              and (:unit::integer is null or unit = :unit) and (:kind = '' or class = :kind)
            """;

    private final JdbcClient database;
    private final EntryPages pages;
    private final Keyring keyring;

    Entries(JdbcClient database, EntryPages pages, Keyring keyring) {
        this.database = database;
        this.pages = pages;
        this.keyring = keyring;
    }

    public Optional<Entry> find(long id) {
        return of(List.of(id)).stream().findFirst();
    }

    /** Those of these that there are, in the order of their places. */
    public List<Entry> of(Collection<Long> ids) {
        return database.sql(BY_ID)
                .param("ids", ids.toArray(Long[]::new))
                .query(EntryRows::entry)
                .list();
    }

    public Optional<Entry> numbered(Register register, int number) {
        return database.sql(BY_NUMBER)
                .param("register", register.name())
                .param("number", number)
                .query(EntryRows::entry)
                .optional();
    }

    /** The entry with that number as people say it, {@code RD-17}, among these registers. */
    public Optional<Entry> labelled(Collection<Register> registers, String label) {
        int dash = label.lastIndexOf('-');
        if (dash < 1 || !label.substring(dash + 1).matches("[0-9]{1,9}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(label.substring(dash + 1));
        return registers.stream()
                .filter(one ->
                        one.prefix().equalsIgnoreCase(label.substring(0, dash).strip()))
                .findFirst()
                .flatMap(register -> numbered(register, number));
    }

    /** Who is who: the entry whose identity these fields are, whether it is there or left. */
    public Optional<Entry> identified(Register register, Map<String, Object> fields) {
        return register.identity()
                .flatMap(rule -> Claims.hash(keyring, register, rule, fields)
                        .flatMap(value -> database.sql(CLAIMED)
                                .param("register", register.name())
                                .param("rule", rule.name())
                                .param("value", value)
                                .query(Long.class)
                                .optional()
                                .flatMap(this::find)));
    }

    /** Everything present that tells of the holder of this sign-in. */
    public List<Entry> ofAccount(long account) {
        return database.sql(BY_ACCOUNT)
                .param("account", account)
                .query(EntryRows::entry)
                .list();
    }

    /** The entry as it stood at the end of that day; empty before it was entered. */
    public Optional<Entry> asOf(long id, LocalDate day) {
        return database.sql(AS_OF)
                .param("id", id)
                .param("day", day)
                .query(EntryRows::entry)
                .optional();
    }

    /** One page, in the order of places and then of numbers. */
    public List<Entry> page(EntryFilter filter) {
        return found(filter).rows();
    }

    /** The same with whether words found more than is put in order. */
    EntryPages.Found found(EntryFilter filter) {
        return pages.page(filter);
    }

    /** Everybody in the reach of a filter, page after page; for features that plan for a whole group. */
    public List<Entry> all(EntryFilter filter) {
        List<Entry> all = new ArrayList<>();
        List<Entry> page = page(filter);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = page.size() < filter.most() ? List.of() : page(filter.behind(page.getLast()));
        }
        return all;
    }

    /**
     * How many were on a register at the end of a day.
     *
     * @param place a code prefix; "" for everywhere
     * @param unit that keeps them; null for all
     * @param kind the value of the field by which the register is tallied; "" for all
     */
    public long present(String register, String place, @Nullable Integer unit, String kind, LocalDate day) {
        return database.sql(PRESENT)
                .param("register", register)
                .param("place", place)
                .param("unit", unit)
                .param("kind", kind)
                .param("day", day)
                .query(Long.class)
                .single();
    }

    /** Whether somebody may read this entry at all. */
    public static boolean readable(Register register, Entry entry, Reach reach) {
        return entry.register().equals(register.name()) && entry.within(reach);
    }
}

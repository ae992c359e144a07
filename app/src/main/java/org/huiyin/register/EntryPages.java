package org.huiyin.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.huiyin.privacy.Keyring;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads one page of a register. Each place and each unit of a reach is read from its own stretch of an index, and the stretches are merged. */
@Component
class EntryPages {

    /** More hits than this are not put in order: whoever gets them types another word. */
    private static final int MOST_FOUND = 1000;

    private static final Pattern LABEL = Pattern.compile("[A-Za-z]{1,6}-[0-9]{1,9}");

    private static final String PAGE = """
            select e.id, e.register, e.number, e.name, e.place, e.unit, e.parent, e.account, e.state, e.entered_on, e.left_on, e.left_why, e.class,
              e.fields::text, e.version
            from (
              select near.id, near.place, near.number from unnest(:from::text[], :to::text[]) p(low, high) cross join lateral (
                select id, place, number from register_entry
                where register = :register and state = :state and place >= p.low and place < p.high
                  and (place, number) > (:place, :number) and (:class = '' or class = :class) and (:unit = 0 or unit = :unit)
                order by place, number limit :most) near
              union
              select near.id, near.place, near.number from unnest(:units::integer[]) u(unit) cross join lateral (
                select id, place, number from register_entry
                where register = :register and state = :state and unit = u.unit and place >= :low and place < :high
                  and (place, number) > (:place, :number) and (:class = '' or class = :class)
                order by place, number limit :most) near
              order by 2, 3 limit :most
            ) found join register_entry e on e.id = found.id order by e.place, e.number
            """;
    private static final String OF_CLASS = """
            select id, register, number, name, place, unit, parent, account, state, entered_on, left_on, left_why, class, fields::text, version
            from register_entry
            where register = :register and state = :state and class = :class and place >= :low and place < :high
              and (place, number) > (:place, :number)
            order by place, number limit :most
            """;
    private static final String OF_PARENT = """
            select id, register, number, name, place, unit, parent, account, state, entered_on, left_on, left_why, class, fields::text, version
            from register_entry
            where parent = :parent and state = :state and register = :register and (place, number) > (:place, :number)
              and (:everywhere or unit = any(:units) or place like any(:places))
            order by place, number limit :most
            """;
    /** Only what a page shows is fetched whole; whether words found too much is told with each row. */
    private static final String FOUND = """
            with found as materialized (
              select id, place, number from register_entry where words @@ :query::tsquery and (:class = '' or class = :class) limit :capped)
            select e.id, e.register, e.number, e.name, e.place, e.unit, e.parent, e.account, e.state, e.entered_on, e.left_on, e.left_why, e.class,
              e.fields::text, e.version, (select count(*) from found) = :capped
            from (select id from found where (place, number) > (:place, :number) and place >= :low and place < :high
              order by place, number limit :most) page
            join register_entry e on e.id = page.id order by e.place, e.number
            """;

    private final JdbcClient database;
    private final Registers registers;
    private final Keyring keyring;

    EntryPages(JdbcClient database, Registers registers, Keyring keyring) {
        this.database = database;
        this.registers = registers;
        this.keyring = keyring;
    }

    /**
     * One page.
     *
     * @param tooMany whether words found more than is put in order: then the page holds some of it
     */
    record Found(List<Entry> rows, boolean tooMany) {}

    Found page(EntryFilter filter) {
        boolean asked = filter.parent() == null && !filter.words().isBlank();
        return asked ? found(filter, MOST_FOUND) : new Found(listed(filter), false);
    }

    private List<Entry> listed(EntryFilter filter) {
        if (filter.parent() != null) {
            return ofParent(filter);
        }
        if (filter.reach().everywhere()
                && filter.unit() == null
                && !filter.kind().isEmpty()) {
            return asked(OF_CLASS, filter).query(EntryRows::entry).list();
        }
        return stretches(filter);
    }

    private JdbcClient.StatementSpec asked(String statement, EntryFilter filter) {
        EntryFilter.Row after = filter.after();
        return database.sql(statement)
                .param("register", filter.register())
                .param("state", filter.state().key())
                .param("class", filter.kind())
                .param("low", filter.place())
                .param("high", filter.behindPlace(filter.place()))
                .param("place", after == null ? "" : after.place())
                .param("number", after == null ? 0 : after.number())
                .param("most", filter.most());
    }

    private List<Entry> stretches(EntryFilter filter) {
        List<String> from = new ArrayList<>();
        if (filter.reach().everywhere()) {
            from.add(filter.place());
        }
        for (String place : filter.reach().places()) {
            if (filter.exactly() ? place.equals(filter.place()) : place.startsWith(filter.place())) {
                from.add(place);
            } else if (filter.place().startsWith(place)) {
                from.add(filter.place());
            }
        }
        List<Integer> units = new ArrayList<>(filter.reach().units());
        Integer unit = filter.unit();
        if (unit != null && (filter.reach().everywhere() || units.contains(unit))) {
            from.clear();
            units = List.of(unit);
        } else if (unit != null) {
            units = List.of();
        }
        return asked(PAGE, filter)
                .param("from", from.toArray(String[]::new))
                .param("to", from.stream().map(filter::behindPlace).toArray(String[]::new))
                .param("units", units.toArray(Integer[]::new))
                .param("unit", unit == null ? 0 : unit)
                .query(EntryRows::entry)
                .list();
    }

    private List<Entry> ofParent(EntryFilter filter) {
        return asked(OF_PARENT, filter)
                .param("parent", filter.parent())
                .param("everywhere", filter.reach().everywhere())
                .param("units", filter.reach().units().toArray(Integer[]::new))
                .param(
                        "places",
                        filter.reach().places().stream().map(one -> one + "%").toArray(String[]::new))
                .query(EntryRows::entry)
                .list();
    }

    /** What words find, in order as long as it is no more than so many. */
    Found found(EntryFilter filter, int ordered) {
        String query = query(filter);
        if (query.isEmpty()) {
            return new Found(List.of(), false);
        }
        AtomicBoolean tooMany = new AtomicBoolean();
        List<Entry> rows = asked(FOUND, filter)
                .param("query", query)
                .param("capped", ordered + 1)
                .query((row, n) -> {
                    tooMany.set(row.getBoolean(16));
                    return EntryRows.entry(row, n);
                })
                .list();
        return new Found(rows, tooMany.get());
    }

    private String query(EntryFilter filter) {
        Register register = registers.of(filter.register());
        String words = filter.words().strip();
        String hashed = LABEL.matcher(words).matches()
                ? "n:" + words.toLowerCase(Locale.ROOT)
                : register.sealed(register.titleField()) ? Claims.nameToken(keyring, register, words) : "";
        return Words.query(filter, hashed);
    }
}

package org.huiyin.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many entries came and went, by register, place, unit, kind and day. */
@Component
class Tallies {

    private static final String ADD = """
            insert into register_tally (register, place, unit, class, on_day, came, gone)
            select register, place, unit, class, on_day::date, came, gone
            from unnest(:registers::text[], :places::text[], :units::integer[], :classes::text[], :days::text[], :came::integer[], :gone::integer[])
              u(register, place, unit, class, on_day, came, gone)
            on conflict (register, place, unit, class, on_day)
              do update set came = register_tally.came + excluded.came, gone = register_tally.gone + excluded.gone
            """;
    private static final String FACTS = """
            select entry, kind, on_day, place, unit, class from register_fact where entry = any(:ids) order by entry, ordinal
            """;

    private final JdbcClient database;

    Tallies(JdbcClient database) {
        this.database = database;
    }

    /** Where and as what something is counted. */
    record Key(String register, String place, int unit, String kind, LocalDate on) {

        private String order() {
            return register + " " + place + " " + unit + " " + kind + " " + on;
        }
    }

    /** What is added to a count. */
    record Amount(int came, int gone) {

        Amount plus(Amount other) {
            return new Amount(came + other.came, gone + other.gone);
        }

        Amount negated() {
            return new Amount(-came, -gone);
        }
    }

    private static final Amount CAME = new Amount(1, 0);
    private static final Amount GONE = new Amount(0, 1);

    /** What these facts add, which are written already. */
    void add(List<Prospect> all) {
        Map<Key, Amount> added = new HashMap<>();
        Map<Long, String> voided = new HashMap<>();
        for (Prospect one : all) {
            Entry after = one.entry();
            Standing standing = one.draft().before();
            LocalDate on = one.after().on();
            switch (one.draft().request().kind()) {
                case ENTER, RETURN -> added.merge(key(after, on), CAME, Amount::plus);
                case CHANGE -> {
                    if (standing != null && !key(standing.entry(), on).equals(key(after, on))) {
                        added.merge(key(standing.entry(), on), GONE, Amount::plus);
                        added.merge(key(after, on), CAME, Amount::plus);
                    }
                }
                case EXIT -> added.merge(key(after, on), GONE, Amount::plus);
                case VOID -> voided.put(after.id(), after.register());
            }
        }
        takeBack(voided, added);
        write(added);
    }

    /** Whatever a mistake was counted as is taken back, on the very days. */
    private void takeBack(Map<Long, String> voided, Map<Key, Amount> added) {
        if (voided.isEmpty()) {
            return;
        }
        Map<Long, Key> standing = new HashMap<>();
        database.sql(FACTS).param("ids", voided.keySet().toArray(Long[]::new)).query(row -> {
            long entry = row.getLong(1);
            Key key = new Key(
                    voided.getOrDefault(entry, ""),
                    row.getString(4),
                    row.getInt(5),
                    row.getString(6),
                    row.getObject(3, LocalDate.class));
            fold(standing, entry, row.getString(2), key)
                    .forEach((where, amount) -> added.merge(where, amount.negated(), Amount::plus));
        });
    }

    /** What one fact adds to the counts, by what stood before it; the rule that doctor folds all facts by. */
    static Map<Key, Amount> fold(Map<Long, Key> standing, long entry, String kind, Key key) {
        Map<Key, Amount> added = new HashMap<>();
        switch (kind) {
            case "enter", "return" -> {
                added.put(key, CAME);
                standing.put(entry, key);
            }
            case "change" -> {
                Key before = standing.put(entry, key);
                if (before != null) {
                    Key until = new Key(before.register(), before.place(), before.unit(), before.kind(), key.on());
                    if (!until.equals(key)) {
                        added.merge(until, GONE, Amount::plus);
                        added.merge(key, CAME, Amount::plus);
                    }
                }
            }
            case "exit" -> {
                added.put(key, GONE);
                standing.remove(entry);
            }
            default -> {
                // a mistake adds nothing by itself
            }
        }
        return added;
    }

    private static Key key(Entry entry, LocalDate on) {
        return new Key(entry.register(), entry.place(), entry.unit(), entry.kind(), on);
    }

    private void write(Map<Key, Amount> added) {
        Map<String, Map.Entry<Key, Amount>> ordered = new TreeMap<>();
        added.entrySet().forEach(one -> ordered.put(one.getKey().order(), one));
        List<Map.Entry<Key, Amount>> all = new ArrayList<>(ordered.values());
        if (all.isEmpty()) {
            return;
        }
        database.sql(ADD)
                .param(
                        "registers",
                        all.stream().map(one -> one.getKey().register()).toArray(String[]::new))
                .param("places", all.stream().map(one -> one.getKey().place()).toArray(String[]::new))
                .param("units", all.stream().map(one -> one.getKey().unit()).toArray(Integer[]::new))
                .param("classes", all.stream().map(one -> one.getKey().kind()).toArray(String[]::new))
                .param(
                        "days",
                        all.stream().map(one -> one.getKey().on().toString()).toArray(String[]::new))
                .param("came", numbers(all, Amount::came))
                .param("gone", numbers(all, Amount::gone))
                .update();
    }

    private static Integer[] numbers(List<Map.Entry<Key, Amount>> all, ToIntFunction<Amount> of) {
        return all.stream().map(one -> of.applyAsInt(one.getValue())).toArray(Integer[]::new);
    }
}

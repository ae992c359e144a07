package org.huiyin.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.huiyin.org.Actor;
import org.huiyin.privacy.Keyring;
import org.huiyin.programme.Field;
import org.huiyin.programme.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of facts, and of what follows from them: entries, claims, tallies. Appended and written set by set. */
@Component
class FactRows {

    private static final String LOCK = """
            select 1 from (select pg_advisory_xact_lock(240)) locked
            """;
    private static final String KEPT_WITH = """
            select e.id, e.register, e.number, e.name, e.place, e.unit, e.parent, e.account, e.state, e.entered_on, e.left_on, e.left_why, e.class,
              e.fields::text, e.version, f.key
            from register_fact f join register_entry e on e.id = f.entry where f.key = any(:keys)
            """;
    private static final String STANDING = """
            select e.id, e.register, e.number, e.name, e.place, e.unit, e.parent, e.account, e.state, e.entered_on, e.left_on, e.left_why, e.class,
              e.fields::text, e.version, f.sealed, f.on_day, p.register, p.number, coalesce(account.login, '#' || account.id)
            from register_entry e join register_fact f on f.entry = e.id and f.ordinal = e.version
            left join register_entry p on p.id = e.parent left join account on account.id = e.account
            where e.id = any(:ids)
            """;
    private static final String ENTRIES = """
            insert into register_entry (id, register, number, name, place, unit, parent, account, state, entered_on, left_on, left_why, class, fields,
              version, words)
            select id, register, number, name, place, unit, nullif(parent, 0), nullif(account, 0), state, entered_on::date, nullif(left_on, '')::date, left_why, class, fields::jsonb,
              version, array_to_tsvector(string_to_array(words, E'\\x1f'))
            from unnest(:ids::bigint[], :registers::text[], :numbers::integer[], :names::text[], :places::text[], :units::integer[],
              :parents::bigint[], :accounts::bigint[], :states::text[], :entered::text[], :left::text[], :why::text[], :classes::text[],
              :fields::text[], :versions::integer[], :words::text[]) u(id, register, number, name, place, unit, parent, account, state, entered_on,
              left_on, left_why, class, fields, version, words)
            on conflict (id) do update set name = excluded.name, place = excluded.place, unit = excluded.unit, parent = excluded.parent,
              account = excluded.account, state = excluded.state, entered_on = excluded.entered_on, left_on = excluded.left_on,
              left_why = excluded.left_why, class = excluded.class, fields = excluded.fields, version = excluded.version, words = excluded.words
            """;
    private static final String FACTS = """
            insert into register_fact (entry, ordinal, kind, on_day, place, unit, parent, account, name, class, fields, sealed, reason, note, by_account,
              by_post, by_unit, recorded_at, key)
            select entry, ordinal, kind, on_day::date, place, unit, nullif(parent, 0), nullif(account, 0), name, class, fields::jsonb, sealed, reason, note, :by_account,
              :by_post, :by_unit, :now, key
            from unnest(:ids::bigint[], :versions::integer[], :kinds::text[], :days::text[], :places::text[], :units::integer[], :parents::bigint[],
              :accounts::bigint[], :names::text[], :classes::text[], :fields::text[], :sealed::bytea[], :why::text[], :notes::text[], :keys::text[])
              u(entry, ordinal, kind, on_day, place, unit, parent, account, name, class, fields, sealed, reason, note, key)
            """;
    private static final String RELEASE = """
            delete from register_claim where entry = any(:ids)
            """;
    private static final String CLAIM = """
            insert into register_claim (register, rule, value, entry)
            select register, rule, value, entry from unnest(:registers::text[], :rules::text[], :values::bytea[], :entries::bigint[])
              u(register, rule, value, entry)
            on conflict (register, rule, value) do nothing
            """;
    private static final String REFUSED = """
            select u.at, e.id, e.register, e.number, e.name, e.place, e.unit
            from unnest(:registers::text[], :rules::text[], :values::bytea[], :entries::bigint[]) with ordinality u(register, rule, value, entry, at)
            join register_claim c on c.register = u.register and c.rule = u.rule and c.value = u.value and c.entry <> u.entry
            join register_entry e on e.id = c.entry order by u.at
            """;

    private final JdbcClient database;
    private final Tallies tallies;
    private final Keyring keyring;
    private final Registers registers;

    FactRows(JdbcClient database, Tallies tallies, Keyring keyring, Registers registers) {
        this.database = database;
        this.tallies = tallies;
        this.keyring = keyring;
        this.registers = registers;
    }

    /** Batches follow one another, on every machine. */
    void lock() {
        database.sql(LOCK).query(Integer.class).single();
    }

    Map<String, Entry> keptWith(Collection<String> keys) {
        Map<String, Entry> kept = new HashMap<>();
        database.sql(KEPT_WITH).param("keys", keys.toArray(String[]::new)).query(row -> {
            kept.put(row.getString(16), EntryRows.entry(row, 0));
        });
        return kept;
    }

    Map<Long, Standing> standing(Collection<Long> ids) {
        Map<Long, Standing> all = new HashMap<>();
        database.sql(STANDING).param("ids", ids.toArray(Long[]::new)).query(row -> {
            all.put(row.getLong(1), EntryRows.standing(row, registers));
        });
        return all;
    }

    /** Facts, entries and tallies. */
    void write(Actor actor, List<Prospect> all, Instant now) {
        if (all.isEmpty()) {
            return;
        }
        entries(all);
        database.sql(FACTS)
                .params(columns(all))
                .param("kinds", texts(all, one -> one.draft().request().kind().key()))
                .param("days", texts(all, one -> one.after().on().toString()))
                .param("sealed", sealed(all))
                .param("why", texts(all, one -> one.after().reason()))
                .param("notes", texts(all, one -> one.after().note()))
                .param("keys", texts(all, one -> one.draft().request().key()))
                .param("by_account", actor.account())
                .param("by_post", actor.post())
                .param("by_unit", actor.unit())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        tallies.add(all);
    }

    private void entries(List<Prospect> all) {
        database.sql(ENTRIES)
                .params(columns(all))
                .param("registers", texts(all, one -> one.entry().register()))
                .param("numbers", all.stream().map(one -> one.entry().number()).toArray(Integer[]::new))
                .param("states", texts(all, one -> one.entry().state().key()))
                .param("entered", texts(all, one -> one.entry().since().toString()))
                .param("left", texts(all, FactRows::left))
                .param("why", texts(all, one -> one.entry().why()))
                .param("words", texts(all, this::words))
                .update();
    }

    /** What both rows hold. */
    private static Map<String, Object> columns(List<Prospect> all) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("ids", all.stream().map(one -> one.entry().id()).toArray(Long[]::new));
        columns.put("versions", all.stream().map(one -> one.entry().version()).toArray(Integer[]::new));
        columns.put("names", texts(all, one -> one.entry().name()));
        columns.put("places", texts(all, one -> one.entry().place()));
        columns.put("units", all.stream().map(one -> one.entry().unit()).toArray(Integer[]::new));
        columns.put("parents", ids(all, one -> one.entry().parent()));
        columns.put("accounts", ids(all, one -> one.entry().account()));
        columns.put("classes", texts(all, one -> one.entry().kind()));
        columns.put("fields", texts(all, one -> EntryRows.written(one.entry().fields())));
        return columns;
    }

    private static String[] texts(List<Prospect> all, Function<Prospect, String> of) {
        return all.stream().map(of).toArray(String[]::new);
    }

    private static String left(Prospect one) {
        LocalDate until = one.entry().until();
        return until == null ? "" : until.toString();
    }

    /** 0 where there is none. */
    private static Long[] ids(List<Prospect> all, Function<Prospect, @Nullable Long> of) {
        Long[] ids = new Long[all.size()];
        for (int i = 0; i < ids.length; i++) {
            Long id = of.apply(all.get(i));
            ids[i] = id == null ? 0L : id;
        }
        return ids;
    }

    private byte[][] sealed(List<Prospect> all) {
        List<byte @Nullable []> sealed = new ArrayList<>();
        all.forEach(one -> sealed.add(sealed(one)));
        return sealed.toArray(byte[][]::new);
    }

    private byte @Nullable [] sealed(Prospect one) {
        Register register = one.draft().request().register();
        Map<String, Object> sealed = new LinkedHashMap<>();
        one.after().values().forEach((field, value) -> {
            if (register.sealed(field)) {
                sealed.put(field, value);
            }
        });
        return sealed.isEmpty()
                ? null
                : keyring.seal(
                        EntryRows.written(sealed), Standing.owner(one.entry().id()));
    }

    private String words(Prospect one) {
        return String.join("\u001f", Words.of(one.entry(), label(one), texts(one)));
    }

    private static String label(Prospect one) {
        return one.draft().request().register().label(one.entry().number());
    }

    /** What it can be found by: its open short texts; a sealed name only whole. */
    private List<String> texts(Prospect one) {
        Register register = one.draft().request().register();
        List<String> texts = new ArrayList<>();
        Map<String, Object> values = one.after().values();
        for (Field field : register.form().fields()) {
            boolean open = register.seen(field.name()).compareTo(Register.Seen.STAFF) <= 0;
            if (open && field.type() == Field.Type.TEXT && values.get(field.name()) instanceof String text) {
                texts.add(text);
            }
        }
        if (register.sealed(register.titleField()) && values.get(register.titleField()) instanceof String name) {
            texts.add(Claims.nameToken(keyring, register, name));
        }
        return texts;
    }

    private record Claim(Prospect by, Register.Once rule, byte[] value) {}

    /** Takes up what entries hold alone; whoever wants what another holds is told so. */
    Map<Prospect, FieldError> claim(List<Prospect> all) {
        Map<Prospect, FieldError> taken = new LinkedHashMap<>();
        List<Claim> claims = all.stream().flatMap(one -> claims(one).stream()).toList();
        Set<String> within = new HashSet<>();
        for (Claim claim : claims) {
            String what = claim.by().entry().register() + " " + claim.rule().name() + " "
                    + java.util.HexFormat.of().formatHex(claim.value());
            if (!within.add(what)) {
                taken.put(claim.by(), error(claim, "twice"));
            }
        }
        database.sql(RELEASE)
                .param("ids", all.stream().map(one -> one.entry().id()).toArray(Long[]::new))
                .update();
        if (!claims.isEmpty() && taken.isEmpty()) {
            database.sql(CLAIM).params(columnsOf(claims)).update();
            database.sql(REFUSED).params(columnsOf(claims)).query(row -> {
                Claim claim = claims.get(row.getInt(1) - 1);
                Register register = claim.by().draft().request().register();
                taken.putIfAbsent(claim.by(), error(claim, "taken", register.label(row.getInt(4))));
            });
        }
        return taken;
    }

    private static Map<String, Object> columnsOf(List<Claim> claims) {
        return Map.of(
                "registers",
                        claims.stream().map(one -> one.by().entry().register()).toArray(String[]::new),
                "rules", claims.stream().map(one -> one.rule().name()).toArray(String[]::new),
                "values", claims.stream().map(Claim::value).toArray(byte[][]::new),
                "entries", claims.stream().map(one -> one.by().entry().id()).toArray(Long[]::new));
    }

    private List<Claim> claims(Prospect one) {
        Entry entry = one.entry();
        Register register = one.draft().request().register();
        return register.once().stream()
                .filter(rule -> entry.present() || (rule.forGood() && entry.state() == Entry.State.LEFT))
                .flatMap(
                        rule -> Claims.hash(keyring, register, rule, one.after().values()).stream()
                                .map(value -> new Claim(one, rule, value)))
                .toList();
    }

    private static FieldError error(Claim claim, String slug, Object... args) {
        return new FieldError(claim.rule().fields().getLast(), "register-" + slug, List.of(args));
    }
}

package org.huiyin.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.programme.FieldError;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds whom the entries of a batch belong to and whose sign-in they carry, and sees that nobody belongs to themselves. */
@Component
class Relatives {

    private static final Pattern LABEL = Pattern.compile("([A-Z]{1,6})-([0-9]{1,9})");

    private static final String NUMBERED = """
            select e.id, e.register, e.number, e.state = 'present'
            from unnest(:registers::text[], :numbers::integer[]) u(register, number)
            join register_entry e on e.register = u.register and e.number = u.number
            """;
    private static final String CHILDREN = """
            select parent, array_agg(id) from register_entry where parent = any(:ids) and state = 'present' group by parent
            """;
    private static final String ABOVE = """
            with recursive up(id, parent) as (
              select id, parent from register_entry where id = any(:ids)
              union select e.id, e.parent from register_entry e join up on e.id = up.parent
            )
            select id, parent from up where parent is not null
            """;
    private static final String IDS = """
            select nextval(pg_get_serial_sequence('register_entry', 'id')) from generate_series(1, :count)
            """;
    private static final String HIGHEST = """
            select register, max(number) from register_entry where register = any(:registers) group by register
            """;

    private final JdbcClient database;
    private final Registers registers;
    private final SignIns signIns;

    Relatives(JdbcClient database, Registers registers, SignIns signIns) {
        this.database = database;
        this.registers = registers;
        this.signIns = signIns;
    }

    private record Found(long id, boolean present) {}

    /** What a batch needs to know of the world. */
    private record World(
            Map<String, Found> byLabel, Map<String, Long> logins, Map<Long, Set<Long>> children, Set<Long> ending) {}

    List<Prospect> settle(List<Draft> drafts) {
        World world = world(drafts);
        List<Long> ids = new ArrayList<>(ids(drafts));
        Map<String, Integer> numbers = highest(drafts);
        Set<Long> seen = new HashSet<>();
        List<Prospect> prospects = new ArrayList<>();
        for (Draft draft : drafts) {
            Long entry = draft.request().entry();
            List<FieldError> errors = new ArrayList<>(draft.errors());
            if (entry != null && !seen.add(entry)) {
                errors.add(error(Draft.WHOLE, "twice-asked"));
            }
            Draft.After after = draft.after();
            if (after == null || !errors.isEmpty()) {
                prospects.add(new Prospect(draft, null, errors));
                continue;
            }
            String register = draft.request().register().name();
            Found parent = world.byLabel().get(label(after.parent()));
            errors.addAll(relations(draft, after, parent, world));
            Standing before = draft.before();
            long id = before == null ? ids.removeLast() : before.entry().id();
            int number = before == null
                    ? numbers.merge(register, 1, Integer::sum)
                    : before.entry().number();
            Long account = world.logins().get(after.login());
            prospects.add(new Prospect(
                    draft, standing(draft, after, id, number, parent == null ? null : parent.id(), account), errors));
        }
        return circles(prospects);
    }

    private List<FieldError> relations(Draft draft, Draft.After after, @Nullable Found parent, World world) {
        List<FieldError> errors = new ArrayList<>();
        boolean stays = draft.state() == Entry.State.PRESENT;
        if (stays && !after.parent().isEmpty()) {
            if (parent == null) {
                errors.add(error(
                        EntryForm.PARENT, "no-parent", allowed(draft.request().register())));
            } else if (!parent.present() || world.ending().contains(parent.id())) {
                errors.add(error(EntryForm.PARENT, "parent-left"));
            }
        }
        if (stays && !after.login().isEmpty() && !world.logins().containsKey(after.login())) {
            errors.add(error(EntryForm.LOGIN, "no-login"));
        }
        Standing before = draft.before();
        if (!stays && before != null) {
            Set<Long> left =
                    new HashSet<>(world.children().getOrDefault(before.entry().id(), Set.of()));
            left.removeAll(world.ending());
            if (!left.isEmpty()) {
                errors.add(error(Draft.WHOLE, "has-children", (long) left.size()));
            }
        }
        return errors;
    }

    private String allowed(Register register) {
        return String.join(
                "、",
                register.parents().stream()
                        .flatMap(name -> registers.find(name).stream())
                        .map(one -> one.label(1))
                        .toList());
    }

    private static Entry standing(
            Draft draft, Draft.After after, long id, int number, @Nullable Long parent, @Nullable Long account) {
        Register register = draft.request().register();
        Standing before = draft.before();
        FactRequest.Kind kind = draft.request().kind();
        boolean ends = kind == FactRequest.Kind.EXIT;
        String tallied = register.classField();
        Object name = after.values().get(register.titleField());
        boolean sealed = register.sealed(register.titleField()) || name == null;
        return new Entry(
                id,
                register.name(),
                number,
                sealed ? Entry.SEALED : String.valueOf(name),
                after.place(),
                after.unit(),
                parent,
                account,
                draft.state(),
                before == null || kind == FactRequest.Kind.RETURN
                        ? after.on()
                        : before.entry().since(),
                ends ? after.on() : null,
                after.reason(),
                tallied == null ? "" : String.valueOf(after.values().getOrDefault(tallied, "")),
                register.upTo(Register.Seen.HANDLERS, after.values()),
                before == null ? 1 : before.entry().version() + 1);
    }

    private World world(List<Draft> drafts) {
        Map<String, Found> byLabel = new HashMap<>();
        Set<String> registersAsked = new HashSet<>();
        List<String> names = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        List<String> logins = new ArrayList<>();
        Set<Long> ending = new HashSet<>();
        for (Draft draft : drafts) {
            Draft.After after = draft.after();
            if (after == null) {
                continue;
            }
            Standing before = draft.before();
            if (before != null && draft.state() != Entry.State.PRESENT) {
                ending.add(before.entry().id());
            }
            if (!after.login().isEmpty()) {
                logins.add(after.login());
            }
            Matcher label = LABEL.matcher(label(after.parent()));
            if (label.matches() && registersAsked.add(label.group())) {
                registers
                        .withPrefix(label.group(1))
                        .filter(one -> draft.request().register().parents().contains(one.name()))
                        .ifPresent(one -> {
                            names.add(one.name());
                            numbers.add(Integer.valueOf(label.group(2)));
                        });
            }
        }
        database.sql(NUMBERED)
                .param("registers", names.toArray(String[]::new))
                .param("numbers", numbers.toArray(Integer[]::new))
                .query(row -> {
                    byLabel.put(
                            registers.of(row.getString(2)).label(row.getInt(3)),
                            new Found(row.getLong(1), row.getBoolean(4)));
                });
        return new World(byLabel, signIns.of(logins), children(ending), ending);
    }

    private Map<Long, Set<Long>> children(Set<Long> ending) {
        Map<Long, Set<Long>> children = new HashMap<>();
        if (!ending.isEmpty()) {
            database.sql(CHILDREN).param("ids", ending.toArray(Long[]::new)).query(row -> {
                children.put(row.getLong(1), Set.of((Long[]) row.getArray(2).getArray()));
            });
        }
        return children;
    }

    private List<Long> ids(List<Draft> drafts) {
        long entered = drafts.stream().filter(draft -> draft.before() == null).count();
        return database.sql(IDS)
                .param("count", entered)
                .query((row, n) -> row.getLong(1))
                .list()
                .reversed();
    }

    private Map<String, Integer> highest(List<Draft> drafts) {
        Map<String, Integer> highest = new HashMap<>();
        String[] asked = drafts.stream()
                .map(draft -> draft.request().register().name())
                .distinct()
                .toArray(String[]::new);
        database.sql(HIGHEST).param("registers", asked).query(row -> {
            highest.put(row.getString(1), row.getInt(2));
        });
        return highest;
    }

    /** Only where a register belongs to itself can a circle come about. */
    private List<Prospect> circles(List<Prospect> prospects) {
        Map<Long, Long> parents = new HashMap<>();
        List<Long> begin = prospects.stream()
                .filter(Relatives::ownKind)
                .map(one -> Objects.requireNonNull(one.entry().parent()))
                .toList();
        if (begin.isEmpty()) {
            return prospects;
        }
        database.sql(ABOVE).param("ids", begin.toArray(Long[]::new)).query(row -> {
            parents.put(row.getLong(1), row.getLong(2));
        });
        prospects.stream()
                .filter(Relatives::ownKind)
                .forEach(one -> parents.put(
                        one.entry().id(), Objects.requireNonNull(one.entry().parent())));
        return prospects.stream()
                .map(one -> ownKind(one) && circular(one.entry().id(), parents)
                        ? new Prospect(one.draft(), one.standing(), List.of(error(EntryForm.PARENT, "circle")))
                        : one)
                .toList();
    }

    private static boolean ownKind(Prospect one) {
        Register register = one.draft().request().register();
        return one.fine()
                && register.parents().contains(register.name())
                && one.entry().present()
                && one.entry().parent() != null;
    }

    private static boolean circular(long id, Map<Long, Long> parents) {
        Set<Long> seen = new HashSet<>();
        Long at = parents.get(id);
        while (at != null && seen.add(at)) {
            if (at == id) {
                return true;
            }
            at = parents.get(at);
        }
        return false;
    }

    private static String label(String written) {
        return written.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s－—–]+", "-");
    }

    private static FieldError error(String field, String slug, Object... args) {
        return new FieldError(field, "register-" + slug, List.of(args));
    }
}

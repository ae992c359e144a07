package org.huiyin.privacy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the key that seals: adds a new one, seals everything anew a thousand values a transaction, and takes the old one out of use once it
 * seals nothing. May be stopped anywhere and taken up again; people go on working.
 */
public final class Rotation {

    private static final int PAGE = 1000;
    /** So long other processes may still use the key that was the newest before. */
    private static final Duration SETTLING = Duration.ofMinutes(2);

    private final Keyring keyring;
    private final KeySource source;
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final List<SealedValues> all;

    Rotation(
            Keyring keyring,
            KeySource source,
            JdbcClient database,
            TransactionTemplate transaction,
            InstantSource clock,
            List<SealedValues> all) {
        this.keyring = keyring;
        this.source = source;
        this.database = database;
        this.transaction = transaction;
        this.clock = clock;
        this.all = List.copyOf(all);
    }

    /**
     * A key and what it seals.
     *
     * @param id "" for values sealed before keys had names
     * @param since null when the key is not there
     */
    public record Use(String id, @Nullable Instant since, boolean current, Map<String, Long> values) {

        public long total() {
            return values.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /** What was sealed anew, and the first few values that could not be opened. */
    public record Done(long values, List<String> unreadable) {}

    private record Value(long a, long b, String owner, byte[] sealed) {}

    /** Every key there is or that something is sealed with. */
    public List<Use> uses() {
        Map<String, Map<String, Long>> byKey = new LinkedHashMap<>();
        keyring.keys().forEach(id -> byKey.put(id, new LinkedHashMap<>()));
        for (SealedValues one : all) {
            database.sql(one.count()).query(row -> {
                byKey.computeIfAbsent(row.getString(1), id -> new LinkedHashMap<>())
                        .merge(one.name(), row.getLong(2), Long::sum);
            });
        }
        String current = keyring.current();
        return byKey.entrySet().stream()
                .map(one -> new Use(
                        one.getKey(),
                        keyring.since(one.getKey()).orElse(null),
                        one.getKey().equals(current),
                        one.getValue()))
                .toList();
    }

    /**
     * Makes a new key the one that seals from now on. Returns its name; empty when the keys are not in a file and the operator has to add the
     * line {@code toAdd} is told.
     */
    public Optional<String> add(java.util.function.Consumer<String> toAdd) {
        Secrets.Sealing fresh = Secrets.Sealing.fresh(clock.instant());
        if (!(source instanceof KeyFile file)) {
            toAdd.accept(Secrets.line(fresh));
            return Optional.empty();
        }
        file.write(file.read().with(fresh));
        new KeyProof(database).check(keyring, source.name());
        return Optional.of(fresh.id());
    }

    /** Seals with the newest key whatever another sealed. */
    public Done reseal(LongConsumer progress) {
        byte[] head = Keyring.head(keyring.current());
        long[] done = {0};
        List<String> unreadable = new ArrayList<>();
        for (SealedValues one : all) {
            long[] after = {Long.MIN_VALUE, Long.MIN_VALUE};
            boolean more = true;
            while (more) {
                more = Boolean.TRUE.equals(transaction.execute(status -> {
                    List<Value> page = page(one, after, head);
                    done[0] += reseal(one, page, unreadable);
                    return page.size() == PAGE;
                }));
                progress.accept(done[0]);
            }
        }
        return new Done(done[0], unreadable);
    }

    private List<Value> page(SealedValues one, long[] after, byte[] head) {
        List<Value> page = database.sql(one.page())
                .param("a", after[0])
                .param("b", after[1])
                .param("head", head)
                .param("limit", PAGE)
                .query((row, n) -> new Value(row.getLong(1), row.getLong(2), row.getString(3), row.getBytes(4)))
                .list();
        if (!page.isEmpty()) {
            after[0] = page.getLast().a();
            after[1] = page.getLast().b();
        }
        return page;
    }

    private int reseal(SealedValues one, List<Value> page, List<String> unreadable) {
        List<Value> opened = new ArrayList<>();
        List<byte[]> again = new ArrayList<>();
        for (Value value : page) {
            try {
                again.add(keyring.seal(keyring.open(value.sealed(), value.owner()), value.owner()));
                opened.add(value);
            } catch (KeyTrouble e) {
                if (unreadable.size() < 20) {
                    unreadable.add(value.owner());
                }
            }
        }
        if (opened.isEmpty()) {
            return 0;
        }
        return database.sql(one.put())
                .param("as", opened.stream().map(Value::a).toArray(Long[]::new))
                .param("bs", opened.stream().map(Value::b).toArray(Long[]::new))
                .param("was", opened.stream().map(Value::sealed).toArray(byte[][]::new))
                .param("now", again.toArray(byte[][]::new))
                .update();
    }

    /**
     * Takes a key out of use and puts it beside the key file for backups it still opens. Returns where it lies now.
     *
     * @throws KeyTrouble when it seals something, is the newest or is not there
     */
    public String retire(String id) {
        if (!(source instanceof KeyFile file)) {
            throw new KeyTrouble("The keys come from " + source.name() + "; take the line of the key out there once"
                    + " ./huiyin keys status says that it seals nothing.");
        }
        Secrets secrets = file.read();
        Secrets.Sealing key =
                secrets.find(id).orElseThrow(() -> new KeyTrouble("There is no key " + id + " in " + source.name()));
        if (secrets.current().id().equals(id)) {
            throw new KeyTrouble(
                    "Key " + id + " is the one that seals now. Make a new one first: ./huiyin keys rotate");
        }
        if (secrets.current().since().plus(SETTLING).isAfter(clock.instant())) {
            throw new KeyTrouble(
                    "The newest key is not two minutes old, and a running Huiyin may not have taken it up yet."
                            + " Wait a moment.");
        }
        long left = uses().stream()
                .filter(use -> use.id().equals(id) || use.id().isEmpty())
                .mapToLong(Use::total)
                .sum();
        if (left > 0) {
            throw new KeyTrouble(left + " values are still sealed with it or were sealed before keys had names. Run"
                    + " ./huiyin keys reseal first.");
        }
        String kept = file.keepRetired(key).toString();
        new KeyProof(database).forget(id);
        file.write(secrets.without(id));
        return kept;
    }
}

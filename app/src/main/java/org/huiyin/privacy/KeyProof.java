package org.huiyin.privacy;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Knows of every key that sealed something in this database whether the key at hand is the same: a known text sealed with each. So a wrong,
 * missing or cut-down key file is found at the start and not by the first clerk who opens a name.
 */
final class KeyProof {

    private static final String PROVED = """
            select key_id, proof from key_proof order by proved_at, key_id
            """;
    private static final String PROVE = """
            insert into key_proof (key_id, proof) values (:id, :proof) on conflict (key_id) do nothing
            """;
    private static final String FORGET = """
            delete from key_proof where key_id = :id
            """;
    /** A database of before there were proofs. */
    private static final String SEALED_BEFORE = """
            select 'step:' || matter_id || ':' || seq, sealed from step where sealed is not null limit 1
            """;

    private static final String CODES = "codes";
    private static final String TEXT = "huiyin";

    private final JdbcClient database;

    KeyProof(JdbcClient database) {
        this.database = database;
    }

    private record Proved(String id, byte[] proof) {}

    private record Sample(String owner, byte[] sealed) {}

    /** Whether anything in the database needs a key that was there before. */
    boolean needsKey() {
        return !proved().isEmpty() || !before().isEmpty();
    }

    /**
     * Compares the keys with what they sealed, and remembers those that are new.
     *
     * @param name where the keys come from, for messages
     * @throws KeyTrouble when one is another, or one that sealed something is missing
     */
    void check(Keyring keyring, String name) {
        List<Proved> proved = proved();
        List<String> keys = keyring.keys();
        if (proved.isEmpty()) {
            before().forEach(one -> keyring.open(one.sealed(), one.owner()));
        }
        List<String> missing = new ArrayList<>();
        for (Proved one : proved) {
            if (one.id().equals(CODES)) {
                if (!MessageDigest.isEqual(one.proof(), keyring.hash("key-proof"))) {
                    throw new KeyTrouble(
                            "The keys of " + name + " belong to another installation than this database."
                                    + " With them no query code would open and nothing sealed could be read. Put the right ones back.");
                }
            } else if (keys.contains(one.id())) {
                keyring.open(one.proof(), owner(one.id()));
            } else {
                missing.add(one.id());
            }
        }
        if (!missing.isEmpty()) {
            throw new KeyTrouble("This database holds data sealed with key " + String.join(", ", missing)
                    + ", which is not in " + name + " (it has " + String.join(", ", keys)
                    + "). Put the line of that key back from your copy; it may stand in a file ending in .retired-"
                    + missing.getFirst() + ".");
        }
        prove(CODES, keyring.hash("key-proof"));
        String current = keyring.current();
        prove(current, keyring.seal(TEXT, owner(current)));
    }

    void forget(String id) {
        database.sql(FORGET).param("id", id).update();
    }

    private void prove(String id, byte[] proof) {
        database.sql(PROVE).param("id", id).param("proof", proof).update();
    }

    private List<Proved> proved() {
        return database.sql(PROVED)
                .query((row, n) -> new Proved(row.getString(1), row.getBytes(2)))
                .list();
    }

    private List<Sample> before() {
        return database.sql(SEALED_BEFORE)
                .query((row, n) -> new Sample(row.getString(1), row.getBytes(2)))
                .list();
    }

    private static String owner(String id) {
        return "key-proof:" + id;
    }
}

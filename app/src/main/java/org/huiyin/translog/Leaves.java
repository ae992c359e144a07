package org.huiyin.translog;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.huiyin.matter.Desk;
import org.huiyin.matter.StepScribe.Accepted;
import org.huiyin.matter.WholeSteps;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;

/** Writes the entries of steps, each with a fresh seed. Thread-safe. */
final class Leaves {

    static final int SEED_BYTES = 16;

    private final Programmes programmes;
    private final Entries entries;
    private final FileDigests files;
    private final SecureRandom random = new SecureRandom();

    /** @param untold the programmes the log says nothing of */
    Leaves(Programmes programmes, Set<String> untold, FileDigests files) {
        this.programmes = programmes;
        this.entries = new Entries(untold);
        this.files = files;
    }

    /** The entries of steps that are being taken. */
    List<Leaf> of(List<Accepted> batch) {
        Map<List<Long>, Map<String, Object>> sealed = new HashMap<>();
        batch.forEach(one -> sealed.put(place(one), one.step().sealed()));
        return of(batch, sealed);
    }

    /** The entries of steps that were taken before, whose sealed fields have to be read. */
    List<Leaf> ofOld(Connection connection, Desk.Equipment equipment, List<Accepted> old) throws SQLException {
        Map<List<Long>, Map<String, Object>> sealed = new HashMap<>();
        Long[] matters = old.stream().map(one -> one.step().matter()).toArray(Long[]::new);
        Integer[] seqs = old.stream().map(one -> one.step().seq()).toArray(Integer[]::new);
        new WholeSteps(equipment.keyring())
                .read(connection, matters, seqs)
                .forEach(whole -> sealed.put(
                        List.of(whole.step().matter(), (long) whole.step().seq()),
                        whole.step().sealed()));
        return of(old, sealed);
    }

    private static List<Long> place(Accepted one) {
        return List.of(one.step().matter(), (long) one.step().seq());
    }

    private List<Leaf> of(List<Accepted> batch, Map<List<Long>, Map<String, Object>> sealed) {
        Set<String> named = new LinkedHashSet<>();
        batch.forEach(one -> named.addAll(one.step().evidence()));
        Map<String, String> digests = named.isEmpty() ? Map.of() : files.of(named);
        byte[] seeds = new byte[batch.size() * SEED_BYTES];
        random.nextBytes(seeds);
        TreeHash hash = new TreeHash();
        List<Leaf> leaves = new ArrayList<>(batch.size());
        for (Accepted one : batch) {
            int from = leaves.size() * SEED_BYTES;
            byte[] seed = Arrays.copyOfRange(seeds, from, from + SEED_BYTES);
            Programme programme =
                    programmes.version(one.after().programme(), one.after().programmeVersion());
            LoggedStep logged =
                    new LoggedStep(one.step(), programme, sealed.getOrDefault(place(one), Map.of()), digests);
            byte[] entry = entries.write(logged, one.before(), one.after(), seed, hash);
            leaves.add(new Leaf(one.step().matter(), one.step().seq(), seed, entry));
        }
        return leaves;
    }
}

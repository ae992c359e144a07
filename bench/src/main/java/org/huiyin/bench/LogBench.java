package org.huiyin.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import org.huiyin.matter.MatterNumber;
import org.huiyin.translog.Audit;
import org.huiyin.translog.Finding;
import org.huiyin.translog.LogKeys;
import org.huiyin.translog.Sequencer;
import org.huiyin.translog.StoredTree;
import org.springframework.jdbc.core.simple.JdbcClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The public log with many entries in it: giving places, proving one, auditing all of it over HTTP. */
@Command(
        name = "log",
        description = "Sequence many entries, prove some, and audit all of them over HTTP.",
        mixinStandardHelpOptions = true)
final class LogBench implements Callable<Integer> {

    private static final String PENDING = "insert into log_pending (matters, seqs, seeds, entries) values (?, ?, ?, ?)";
    private static final String SEAL = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=";
    private static final List<String> STEPS = List.of("raise", "dispatch", "sign", "conclude", "answer");
    private static final List<String> LISTS = List.of("problem", "task", "task", "task", "result");
    private static final int BATCH = 2_000;
    private static final int PROOFS = 2_000;
    private static final int MOST_A_YEAR = 9_000_000;

    @Option(names = "--leaves", description = "Entries (default: ${DEFAULT-VALUE}).")
    private long leaves = 10_000_000;

    @Option(names = "--json", description = "Print one JSON object as the last line.")
    private boolean json;

    @Option(names = "--data", description = "Keep the database here instead of a temporary directory.")
    private java.nio.file.Path data = java.nio.file.Path.of("");

    private final Map<String, Object> figures = new LinkedHashMap<>();

    @Override
    public Integer call() throws Exception {
        try (BenchDatabase database = BenchDatabase.start(data)) {
            figures.put("leaves", leaves);
            JdbcClient sql = JdbcClient.create(database.pool());
            sequence(database, sql);
            prove(new StoredTree(sql), "cold");
            prove(new StoredTree(sql), "warm");
            try (ServedApp app = ServedApp.start(database)) {
                audit(app);
            }
        }
        System.out.printf("%-28s %s%n", "", "measured");
        figures.forEach((name, value) -> System.out.printf("%-28s %s%n", name, value));
        Figures.print(figures, json);
        return 0;
    }

    /** A turn of the sequencer; what goes wrong ends the bench. */
    static boolean turn(Sequencer sequencer) {
        try {
            return sequencer.turn() == Sequencer.Went.MORE;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Entries wait as the Desk leaves them, a batch a row; only giving them their places is measured. */
    private void sequence(BenchDatabase database, JdbcClient sql) throws SQLException {
        sql.sql("update log_head set entering = null").update();
        LogKeys keys = new LogKeys(database.directory().resolve("log.key"), "bench.example/log");
        Sequencer sequencer = new Sequencer(City.equipment(database.pool(), List.of()), keys, Set.of());
        long from = new StoredTree(sql).size();
        long nanos = 0;
        for (long next = from; next < leaves; next = new StoredTree(sql).size()) {
            leave(database, next, Math.min(leaves, next + 50L * BATCH));
            long started = System.nanoTime();
            while (turn(sequencer)) {
                // the next turn
            }
            nanos += System.nanoTime() - started;
            System.err.printf("\r%,d entries", new StoredTree(sql).size());
        }
        System.err.println();
        if (nanos > 0) {
            figures.put("sequencedPerSecond", Math.round((leaves - from) * 1e9 / nanos));
        }
        sql.sql("delete from list_tally").update();
        sql.sql("insert into list_tally values ('three-lists', 'result', '421002001', 0, :n)")
                .param("n", leaves / STEPS.size())
                .update();
        sql.sql("update log_head set counts = null, counts_note = null").update();
        turn(sequencer);
        sql.sql("checkpoint").update();
    }

    private static void leave(BenchDatabase database, long from, long until) throws SQLException {
        try (Connection connection = database.pool().getConnection();
                PreparedStatement statement = connection.prepareStatement(PENDING)) {
            for (long first = from; first < until; first += BATCH) {
                int count = (int) Math.min(BATCH, until - first);
                Long[] matters = new Long[count];
                Integer[] seqs = new Integer[count];
                byte[][] seeds = new byte[count][];
                byte[][] entries = new byte[count][];
                for (int i = 0; i < count; i++) {
                    long matter = (first + i) / STEPS.size();
                    int step = (int) ((first + i) % STEPS.size());
                    matters[i] = MatterNumber.of(2020 + (int) (matter / MOST_A_YEAR), 1 + matter % MOST_A_YEAR)
                            .id();
                    seqs[i] = step + 1;
                    seeds[i] = new byte[16];
                    Arrays.fill(seeds[i], (byte) i);
                    entries[i] = entry(new MatterNumber(matters[i]), step).getBytes(StandardCharsets.UTF_8);
                }
                statement.setArray(1, connection.createArrayOf("int8", matters));
                statement.setArray(2, connection.createArrayOf("int4", seqs));
                statement.setArray(3, connection.createArrayOf("bytea", seeds));
                statement.setArray(4, connection.createArrayOf("bytea", entries));
                statement.executeUpdate();
            }
        }
    }

    private static String entry(MatterNumber matter, int step) {
        String from = step == 0 ? "" : "\"from\":\"" + LISTS.get(step - 1) + "\",";
        return "{\"fields\":{\"category\":\"roads\",\"kind\":\"help\",\"lead\":121,\"urgency\":\"normal\"}," + from
                + "\"matter\":\"" + matter + "\",\"occurred\":\"2026-03-03T01:00:00Z\",\"programme\":\"three-lists\","
                + "\"recorded\":\"2026-03-03T01:00:00Z\",\"sealed\":\"" + SEAL + "\",\"sequence\":" + (step + 1)
                + ",\"step\":\"" + STEPS.get(step) + "\",\"to\":\"" + LISTS.get(step)
                + "\",\"unit\":121,\"v\":1,\"version\":1}";
    }

    /**
     * Of entries anywhere in the log, each proof on its own: the application keeps nothing between two. The same are made twice: first with much of
     * the log still on the disk, then with all they need in memory.
     */
    private void prove(StoredTree tree, String how) {
        Random random = new Random(6962);
        double[] millis = new double[PROOFS];
        long size = tree.size();
        for (int i = -200; i < PROOFS; i++) {
            long index = (long) (random.nextDouble() * size);
            long started = System.nanoTime();
            tree.inclusion(index, size);
            if (i >= 0) {
                millis[i] = (System.nanoTime() - started) / 1e6;
            }
        }
        Arrays.sort(millis);
        figures.put(how + "ProofP50Millis", Figures.ratio(millis[PROOFS / 2], 1));
        figures.put(how + "ProofP99Millis", Figures.ratio(millis[PROOFS * 99 / 100], 1));
        figures.put(how + "ProofMaxMillis", Figures.ratio(millis[PROOFS - 1], 1));
    }

    private void audit(ServedApp app) throws Exception {
        long started = System.nanoTime();
        Audit.Report report = Audit.run(
                new Audit.Asked(app.at("/"), null, List.of(), List.of()),
                n -> System.err.print(n % 1_024_000 == 0 ? "\raudited " + n : ""));
        double seconds = (System.nanoTime() - started) / 1e9;
        System.err.println();
        Finding finding = report.finding();
        if (finding != null) {
            throw new IllegalStateException("the log is not sound: " + finding);
        }
        figures.put("auditSeconds", Figures.ratio(seconds, 1));
        figures.put("auditedPerSecond", Math.round(report.read() / seconds));
    }
}

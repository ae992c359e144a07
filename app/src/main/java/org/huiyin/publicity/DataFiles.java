package org.huiyin.publicity;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.huiyin.sheet.OpenTable;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes the files of open data: every table in both forms, all of one moment. They are written apart, each is put in its place in one act, and
 * only when all are there the set is handed out.
 */
@Component
class DataFiles {

    private static final Pattern DAY = Pattern.compile("[a-z-]+-(\\d{4}-\\d{2}-\\d{2})\\.(?:csv|jsonl)");

    private final List<OpenTable> tables;
    private final DataSets sets;
    private final Conservation conservation;
    private final DataSettings settings;
    private final InstantSource clock;
    private final TransactionTemplate snapshot;

    DataFiles(
            ObjectProvider<OpenTable> tables,
            DataSets sets,
            Conservation conservation,
            DataSettings settings,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.tables = tables.orderedStream().toList();
        this.sets = sets;
        this.conservation = conservation;
        this.settings = settings;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** A form a table comes in. */
    enum Form {
        CSV("csv"),
        JSON_LINES("jsonl");

        private final String ending;

        Form(String ending) {
            this.ending = ending;
        }

        String ending() {
            return ending;
        }
    }

    List<OpenTable> tables() {
        return tables;
    }

    static String name(OpenTable table, LocalDate day, Form form) {
        return table.name() + "-" + day + "." + form.ending();
    }

    Path path(String file) {
        return settings.directory().resolve(file);
    }

    boolean there(DataSet set) {
        return set.tables().stream()
                .flatMap(table -> table.files().stream())
                .allMatch(file -> Files.isReadable(path(file.name())));
    }

    /** Makes today's set; empty when another makes it, or something was taken out of view meanwhile. */
    Optional<DataSet> make(boolean again) throws IOException {
        Optional<Instant> begun = sets.claim(again);
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        LocalDate day = sets.today();
        boolean made = false;
        Files.createDirectories(settings.directory());
        Path apart = Files.createTempDirectory(settings.directory(), making(day));
        try {
            DataSet set = written(day, apart);
            for (DataSet.Made table : set.tables()) {
                for (DataSet.FileMade file : table.files()) {
                    Files.move(apart.resolve(file.name()), path(file.name()), StandardCopyOption.ATOMIC_MOVE);
                }
            }
            made = sets.made(set, begun.get());
            sweep();
            return made ? Optional.of(set) : Optional.empty();
        } finally {
            if (!made) {
                sets.release(day, begun.get());
            }
            remove(apart);
        }
    }

    private DataSet written(LocalDate day, Path apart) {
        Instant moment = clock.instant();
        DataSet set = snapshot.execute(status -> {
            Map<String, Long> told = new HashMap<>();
            Map<String, Long> hidden = new HashMap<>();
            List<DataSet.Made> made = new ArrayList<>();
            for (OpenTable table : tables) {
                made.add(written(table, day, apart, row -> {
                    if (table.name().equals("matters")) {
                        told.merge(text(table, row, "programme") + " " + text(table, row, "list"), 1L, Long::sum);
                    } else if (table.name().equals("counts")) {
                        hidden.merge(
                                text(table, row, "programme") + " " + text(table, row, "list"),
                                Long.parseLong(text(table, row, "not_public")),
                                Long::sum);
                    }
                }));
            }
            Checked checked = conservation.count();
            List<DataSet.Listed> lists = new ArrayList<>();
            new TreeMap<>(checked.byProgramme())
                    .forEach((programme, ways) -> new TreeMap<>(ways.kept().byList())
                            .forEach((list, n) -> lists.add(new DataSet.Listed(
                                    programme,
                                    list,
                                    n,
                                    told.getOrDefault(programme + " " + list, 0L),
                                    hidden.getOrDefault(programme + " " + list, 0L)))));
            boolean addsUp = checked.same() && lists.stream().allMatch(DataSet.Listed::addsUp);
            return new DataSet(day, moment, clock.instant(), addsUp, made, lists);
        });
        return Objects.requireNonNull(set);
    }

    private interface Heard {
        void row(@Nullable Object[] row);
    }

    private static String text(OpenTable table, @Nullable Object[] row, String field) {
        for (int i = 0; i < row.length; i++) {
            if (table.fields().get(i).name().equals(field)) {
                return String.valueOf(row[i]);
            }
        }
        throw new IllegalStateException(table.name() + " has no " + field);
    }

    /** Both forms in one go: the rows are read once. */
    private static DataSet.Made written(OpenTable table, LocalDate day, Path apart, Heard heard) {
        try (Half csv = new Half(apart.resolve(name(table, day, Form.CSV)));
                Half lines = new Half(apart.resolve(name(table, day, Form.JSON_LINES)))) {
            DataWriter one = DataWriter.of(Form.CSV, table.fields(), csv.out);
            DataWriter other = DataWriter.of(Form.JSON_LINES, table.fields(), lines.out);
            long[] rows = {0};
            table.rows(row -> {
                one.row(row);
                other.row(row);
                heard.row(row);
                rows[0]++;
            });
            return new DataSet.Made(table.name(), rows[0], List.of(csv.made(), lines.made()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that is being written, and its digest. */
    private static final class Half implements AutoCloseable {

        private final Path file;
        private final MessageDigest digest;
        private final Writer out;

        Half(Path file) throws IOException {
            this.file = file;
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java has SHA-256", e);
            }
            this.out = new BufferedWriter(new OutputStreamWriter(
                    new DigestOutputStream(Files.newOutputStream(file), digest), StandardCharsets.UTF_8));
        }

        DataSet.FileMade made() throws IOException {
            out.close();
            return new DataSet.FileMade(
                    file.getFileName().toString(),
                    Files.size(file),
                    HexFormat.of().formatHex(digest.digest()));
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }

    private static String making(LocalDate day) {
        return "making-" + day + "-";
    }

    /** Removes what is older than it is kept, and what a killed process left on another day. */
    private void sweep() throws IOException {
        sets.forget();
        String first = sets.today().minusDays(settings.days() - 1L).toString();
        try (Stream<Path> files = Files.list(settings.directory())) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                Matcher day = DAY.matcher(name);
                boolean old = day.matches() && day.group(1).compareTo(first) < 0;
                boolean left = name.startsWith("making-") && !name.startsWith(making(sets.today()));
                if (old || left) {
                    remove(file);
                }
            }
        }
    }

    private static void remove(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> inside = Files.list(path)) {
                for (Path one : inside.toList()) {
                    Files.deleteIfExists(one);
                }
            }
        }
        Files.deleteIfExists(path);
    }
}

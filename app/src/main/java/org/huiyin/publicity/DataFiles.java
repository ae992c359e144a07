package org.huiyin.publicity;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.frame.Formats;
import org.huiyin.sheet.OpenTable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The files of open data: one a table, form and day, made when it is first asked for that day, of one moment, and kept for a week. When a text is
 * corrected or taken out of public view, all files go: what was public yesterday is not handed out any more.
 */
@Component
class DataFiles {

    private static final int DAYS = 7;

    private final List<OpenTable> tables;
    private final Path directory;
    private final Recall recall;
    private final InstantSource clock;
    private final TransactionTemplate snapshot;

    DataFiles(
            ObjectProvider<OpenTable> tables,
            @Value("${huiyin.open-data.directory:${user.home}/.local/share/huiyin/open-data}") Path directory,
            Recall recall,
            InstantSource clock,
            PlatformTransactionManager transactions) {
        this.tables = tables.orderedStream().toList();
        this.directory = directory;
        this.recall = recall;
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

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Formats.ZONE);
    }

    static String name(OpenTable table, LocalDate day, Form form) {
        return table.name() + "-" + day + "." + form.ending();
    }

    /** The file of a table of today, made when it is not there; one at a time. */
    synchronized Path today(OpenTable table, Form form) throws IOException {
        Files.createDirectories(directory);
        if (recall.take()) {
            sweep(file -> true);
        }
        Path file = directory.resolve(name(table, today(), form));
        if (!Files.exists(file)) {
            sweep(old -> !isKept(old));
            make(table, form, file);
        }
        return file;
    }

    /** A file of an earlier day, while it is kept. */
    synchronized Optional<Path> earlier(OpenTable table, LocalDate day, Form form) throws IOException {
        if (recall.isOut()) {
            return Optional.empty();
        }
        Path file = directory.resolve(name(table, day, form));
        return Files.exists(file) && isKept(file) ? Optional.of(file) : Optional.empty();
    }

    private boolean isKept(Path file) {
        String name = file.getFileName().toString();
        return Stream.iterate(today(), day -> day.minusDays(1))
                .limit(DAYS)
                .anyMatch(day -> name.contains("-" + day + "."));
    }

    private void sweep(java.util.function.Predicate<Path> which) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.filter(which).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void make(OpenTable table, Form form, Path file) throws IOException {
        Path half = Files.createTempFile(directory, table.name(), ".part");
        try {
            snapshot.executeWithoutResult(status -> {
                try (BufferedWriter out = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
                    DataWriter writer = DataWriter.of(form, table.fields(), out);
                    table.rows(writer::row);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(half);
        }
    }
}

package org.huiyin.replay;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.huiyin.replay.Chunks.Chunk;

/** A table in a file: CSV in UTF-8, packed with gzip or not, read row by row. */
final class RecordFile {

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private final Path path;

    RecordFile(Path path) {
        this.path = path;
    }

    /**
     * Reads all rows.
     *
     * @param columns headings that have to be there
     * @throws CannotReplay when it is no such table
     */
    void read(String kind, List<String> columns, Consumer<Row> rows, Consumer<Malformed> malformed) {
        if (!Files.isRegularFile(path)) {
            throw new CannotReplay(Files.exists(path) ? path + " is not a file." : "There is no file " + path + ".");
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(path));
                BufferedReader text = text(unpacked(raw))) {
            Chunks chunks = new Chunks(text);
            Chunk first = chunks.next();
            List<String> headings = first == null
                    ? List.of()
                    : cells(first).orElse(List.of()).stream().map(String::strip).toList();
            refuseOtherTable(kind, columns, headings);
            readRows(chunks, headings, rows, malformed);
        } catch (IOException e) {
            throw new CannotReplay(whyUnreadable(e));
        }
    }

    private String whyUnreadable(IOException e) {
        return switch (deepest(e)) {
            case CharacterCodingException coding -> path + " is not UTF-8 text; convert it to UTF-8 first.";
            case EOFException end -> path + " breaks off: its gzip data are incomplete.";
            case ZipException damaged -> path + " is damaged: its gzip data cannot be unpacked.";
            default -> path + " cannot be read: " + e.getMessage() + ".";
        };
    }

    private static Throwable deepest(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private InputStream unpacked(InputStream raw) throws IOException {
        raw.mark(2);
        boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        if (!packed && path.toString().endsWith(".gz")) {
            throw new CannotReplay(path + " is named .gz but is not gzip.");
        }
        return packed ? new GZIPInputStream(raw, 1 << 16) : raw;
    }

    private static BufferedReader text(InputStream bytes) throws IOException {
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                bytes,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        reader.mark(1);
        if (reader.read() != BYTE_ORDER_MARK) {
            reader.reset();
        }
        return reader;
    }

    private void refuseOtherTable(String kind, List<String> columns, List<String> headings) {
        List<String> missing =
                columns.stream().filter(column -> !headings.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new CannotReplay(
                    path + " is not a " + kind + " table; missing columns: " + String.join(", ", missing) + ".");
        }
    }

    private static void readRows(
            Chunks chunks, List<String> headings, Consumer<Row> rows, Consumer<Malformed> malformed)
            throws IOException {
        for (Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
            if (chunk.text().isBlank()) {
                continue;
            }
            Optional<List<String>> cells = cells(chunk);
            if (cells.isEmpty()) {
                malformed.accept(new Malformed(chunk.line(), "", "a quotation mark is not closed or out of place"));
                chunks.backToSecondLine(chunk);
            } else if (cells.get().size() == headings.size()) {
                take(row(chunk.line(), headings, cells.get()), rows, malformed);
            } else {
                malformed.accept(
                        new Malformed(chunk.line(), "", cells.get().size() + " columns instead of " + headings.size()));
            }
        }
    }

    /** Empty when the quotation marks make no sense. */
    private static Optional<List<String>> cells(Chunk chunk) throws IOException {
        if (!chunk.closed()) {
            return Optional.empty();
        }
        try (CSVParser parser = CSVParser.parse(chunk.text(), CSVFormat.RFC4180)) {
            List<CSVRecord> records = parser.getRecords();
            return records.size() == 1 ? Optional.of(records.getFirst().toList()) : Optional.empty();
        } catch (UncheckedIOException | CSVException outOfPlace) {
            return Optional.empty();
        }
    }

    private static Row row(long line, List<String> headings, List<String> cells) {
        Map<String, String> named = HashMap.newHashMap(headings.size());
        for (int i = 0; i < cells.size(); i++) {
            named.putIfAbsent(headings.get(i), cells.get(i));
        }
        return new Row(line, named);
    }

    private static void take(Row row, Consumer<Row> rows, Consumer<Malformed> malformed) {
        try {
            rows.accept(row);
        } catch (BadCell bad) {
            malformed.accept(new Malformed(row.line(), bad.column(), String.valueOf(bad.getMessage())));
        }
    }
}

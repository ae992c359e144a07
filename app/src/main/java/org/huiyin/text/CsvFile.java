package org.huiyin.text;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table that somebody names on the command line: CSV in UTF-8 with a heading line, packed with gzip or not. */
public record CsvFile(Path path) {

    /** Beyond this a cell is cut off. */
    private static final int LONGEST = 100_000;

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    /**
     * Reads it from top to bottom.
     *
     * @param columns is told the columns first, and may refuse them
     * @throws UnreadableTable when the file is no such table
     */
    public void read(Consumer<List<String>> columns, Consumer<CSVRecord> each) {
        if (!Files.isRegularFile(path)) {
            throw new UnreadableTable(Files.exists(path) ? path + " is not a file." : "There is no file " + path + ".");
        }
        try (BufferedReader reader = reader();
                CSVParser parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            columns.accept(parser.getHeaderNames());
            parser.forEach(each);
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNullElse(e.getCause(), e));
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    /** What a row has in a column; empty when it has none. */
    public static String cell(CSVRecord row, String column) {
        String text = row.isSet(column) ? row.get(column) : "";
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private UnreadableTable unreadable(Exception e) {
        return new UnreadableTable(
                switch (e) {
                    case CharacterCodingException coding -> path + " is not UTF-8 text; convert it to UTF-8 first.";
                    case CSVException noTable -> path + " is not a CSV table: " + e.getMessage();
                    case IllegalArgumentException noTable -> path + " is not a CSV table: " + e.getMessage();
                    default -> path + " cannot be read: " + e.getMessage();
                });
    }

    private BufferedReader reader() throws IOException {
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(path));
        raw.mark(2);
        boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        BufferedReader reader = new BufferedReader(new InputStreamReader(
                packed ? new GZIPInputStream(raw) : raw,
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
}

package org.huiyin.routing;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of messages with labels: CSV in UTF-8 with a heading line, packed with gzip or not.
 *
 * @param texts columns whose texts are read, the title's first; a file needs one of them
 * @param label column of the label
 */
public record LabelledFile(Path path, List<String> texts, String label) {

    private static final int LONGEST = 100_000;
    private static final int BYTE_ORDER_MARK = 0xFEFF;

    public LabelledFile {
        texts = List.copyOf(texts);
        if (texts.isEmpty()) {
            throw new CannotLearn("No text column is named.");
        }
    }

    /**
     * All rows that have a label and a text.
     *
     * @throws CannotLearn when the file is no such table
     */
    public List<Labelled> read() {
        if (!Files.isRegularFile(path)) {
            throw new CannotLearn(Files.exists(path) ? path + " is not a file." : "There is no file " + path + ".");
        }
        try (BufferedReader reader = reader();
                CSVParser parser = CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(reader)) {
            refuseOtherTable(parser.getHeaderNames());
            List<Labelled> rows = new ArrayList<>();
            for (CSVRecord row : parser) {
                add(row, rows);
            }
            if (rows.isEmpty()) {
                throw new CannotLearn(path + " has no row with a label and a text.");
            }
            return rows;
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNullElse(e.getCause(), e));
        } catch (IOException | IllegalArgumentException e) {
            throw unreadable(e);
        }
    }

    private CannotLearn unreadable(Exception e) {
        return new CannotLearn(
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

    private void refuseOtherTable(List<String> columns) {
        if (!columns.contains(label)) {
            throw new CannotLearn(path + " has no column " + label + "; it has " + String.join(", ", columns) + ".");
        }
        if (texts.stream().noneMatch(columns::contains)) {
            throw new CannotLearn(path + " has none of the text columns " + String.join(", ", texts) + "; it has "
                    + String.join(", ", columns) + ".");
        }
    }

    private void add(CSVRecord row, List<Labelled> rows) {
        String what = cell(row, label).strip();
        String title = texts.size() == 1 ? "" : cell(row, texts.getFirst());
        StringBuilder body = new StringBuilder();
        for (String column : texts.subList(texts.size() == 1 ? 0 : 1, texts.size())) {
            body.append(cell(row, column)).append('\n');
        }
        boolean said = !title.isBlank() || !body.toString().isBlank();
        if (!what.isEmpty() && said) {
            rows.add(new Labelled(title, body.toString(), what));
        }
    }

    private static String cell(CSVRecord row, String column) {
        String text = row.isSet(column) ? row.get(column) : "";
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}

package org.huiyin.sheet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table as text: commas, semicolons or tabs between cells, in UTF-8, UTF-16 or GB18030. */
final class CsvSource implements TableSource {

    private static final int LONGEST_CELL = 40_000;

    private final Path file;
    private final Encoding encoding;

    CsvSource(Path file) throws IOException {
        this.file = file;
        this.encoding = Encoding.of(file);
    }

    @Override
    public void read(Taker taker) throws IOException {
        try (BufferedReader text = open();
                CSVParser parser = CSVParser.parse(text, format())) {
            long line = 1;
            for (CSVRecord record : parser) {
                RawRow row = row(line, record);
                if (!row.blank()) {
                    taker.take(row);
                }
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CSVException wrong ? quotes(wrong) : e;
        }
    }

    private static Unreadable quotes(CSVException wrong) {
        String said = String.valueOf(wrong.getMessage());
        return new Unreadable("quotes", said.replaceAll(".*?line:? ?(\\d+).*|.*", "$1"));
    }

    private CSVFormat format() throws IOException {
        String first;
        try (BufferedReader text = open()) {
            char[] begin = new char[4096];
            int read = text.read(begin);
            first = read < 0
                    ? ""
                    : new String(begin, 0, read).lines().findFirst().orElse("");
        }
        char delimiter = ',';
        for (char other : new char[] {'\t', ';'}) {
            if (first.chars().filter(sign -> sign == other).count()
                    > first.chars().filter(sign -> sign == ',').count()) {
                delimiter = other;
            }
        }
        return CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(true)
                .get();
    }

    private BufferedReader open() throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(
                Files.newInputStream(file),
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)));
        for (int mark = 0; mark < encoding.marks(); mark++) {
            text.read();
        }
        return text;
    }

    private static RawRow row(long line, CSVRecord record) {
        List<RawCell> cells = new ArrayList<>(record.size());
        for (String cell : record) {
            if (cell.indexOf('\0') >= 0) {
                throw new Unreadable("nul", line);
            }
            if (cell.length() > LONGEST_CELL) {
                throw new Unreadable("long-cell", line, LONGEST_CELL);
            }
            cells.add(new RawCell.Words(Neutral.back(cell)));
        }
        return new RawRow(line, cells, false);
    }

    @Override
    public boolean even() {
        return true;
    }

    @Override
    public List<String> merged() {
        return List.of();
    }
}

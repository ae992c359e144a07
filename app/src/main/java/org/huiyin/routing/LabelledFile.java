package org.huiyin.routing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.huiyin.text.CsvFile;
import org.huiyin.text.UnreadableTable;

/**
 * A table of messages with labels: CSV in UTF-8 with a heading line, packed with gzip or not.
 *
 * @param texts columns whose texts are read, the title's first; a file needs one of them
 * @param label column of the label
 */
public record LabelledFile(Path path, List<String> texts, String label) {

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
        List<Labelled> rows = new ArrayList<>();
        try {
            new CsvFile(path).read(this::refuseOtherTable, row -> add(row, rows));
        } catch (UnreadableTable e) {
            throw new CannotLearn(String.valueOf(e.getMessage()));
        }
        if (rows.isEmpty()) {
            throw new CannotLearn(path + " has no row with a label and a text.");
        }
        return rows;
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
        String what = CsvFile.cell(row, label).strip();
        String title = texts.size() == 1 ? "" : CsvFile.cell(row, texts.getFirst());
        StringBuilder body = new StringBuilder();
        for (String column : texts.subList(texts.size() == 1 ? 0 : 1, texts.size())) {
            body.append(CsvFile.cell(row, column)).append('\n');
        }
        boolean said = !title.isBlank() || !body.toString().isBlank();
        if (!what.isEmpty() && said) {
            rows.add(new Labelled(title, body.toString(), what));
        }
    }
}

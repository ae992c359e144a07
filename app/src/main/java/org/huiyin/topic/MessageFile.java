package org.huiyin.topic;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.huiyin.text.CsvFile;
import org.huiyin.text.UnreadableTable;

/** A table of messages as message boards give them out: CSV with a heading line. */
public record MessageFile(Path path, ZoneId zone) {

    private static final String ID = "留言编号";
    private static final String WHO = "留言用户";
    private static final String TITLE = "留言主题";
    private static final String AT = "留言时间";
    private static final String BODY = "留言详情";
    private static final String AGAINST = "反对数";
    private static final String LIKES = "点赞数";
    private static final List<String> NEEDED = List.of(ID, TITLE, AT, BODY);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("[yyyy/M/d H:m:s][yyyy-M-d H:m:s][yyyy/M/d H:m][yyyy-M-d H:m]");

    /**
     * All messages, in the order of the table.
     *
     * @throws UnreadableTable when the file is no such table, or a time cannot be read
     */
    public List<Message> read() {
        List<Message> messages = new ArrayList<>();
        new CsvFile(path).read(this::refuseOtherTable, row -> messages.add(message(row)));
        if (messages.isEmpty()) {
            throw new UnreadableTable(path + " has no message.");
        }
        return messages;
    }

    private void refuseOtherTable(List<String> columns) {
        List<String> missing =
                NEEDED.stream().filter(column -> !columns.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new UnreadableTable(path + " has no column " + String.join(", ", missing) + "; it has "
                    + String.join(", ", columns) + ".");
        }
    }

    private Message message(CSVRecord row) {
        return new Message(
                CsvFile.cell(row, ID).strip(),
                CsvFile.cell(row, WHO).strip(),
                CsvFile.cell(row, TITLE),
                CsvFile.cell(row, BODY),
                time(row),
                number(row, LIKES),
                number(row, AGAINST),
                false,
                Message.Scene.UNKNOWN);
    }

    private Instant time(CSVRecord row) {
        String written = CsvFile.cell(row, AT).strip();
        try {
            return LocalDateTime.parse(written, TIME).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw new UnreadableTable(path + ", line " + row.getParser().getCurrentLineNumber() + ": \"" + written
                    + "\" is no time such as 2019/2/28 11:25:05.");
        }
    }

    private static long number(CSVRecord row, String column) {
        String written = CsvFile.cell(row, column).strip();
        return written.matches("[0-9]{1,9}") ? Long.parseLong(written) : 0;
    }
}

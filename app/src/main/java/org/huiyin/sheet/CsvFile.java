package org.huiyin.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table as CSV: UTF-8 with a byte order mark, lines ended by CRLF, formulas neutralised by {@link Neutral}. What the list is stands behind
 * its rows in lines that begin with {@code #}.
 */
final class CsvFile implements TableFile {

    static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final Writer out;
    private final List<Heading> headings;

    CsvFile(OutputStream out, List<Heading> headings) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 15);
        this.headings = headings;
        this.out.write(BYTE_ORDER_MARK);
        line(headings.stream().map(Heading::name).toList());
    }

    @Override
    public void row(List<@Nullable Object> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(quoted(text(headings.get(i).kind(), cells.get(i))));
        }
        out.write("\r\n");
    }

    @Override
    public void end(List<Listing.Fact> facts) throws IOException {
        for (Listing.Fact fact : facts) {
            line(List.of("# " + fact.name() + "：" + fact.value()));
        }
        out.flush();
    }

    private void line(List<String> texts) throws IOException {
        out.write(String.join(",", texts.stream().map(CsvFile::quoted).toList()));
        out.write("\r\n");
    }

    private static String text(Column.Kind kind, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case LocalDate date -> date.toString();
            case LocalDateTime time -> TIME.format(time);
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            default -> kind == Column.Kind.CODE ? Neutral.code(value.toString()) : Neutral.text(value.toString());
        };
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\r' || sign == '\n')
                && text.equals(text.strip())
                && !text.startsWith("#");
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}

package org.huiyin.publicity;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Formats;
import org.huiyin.sheet.Neutral;
import org.huiyin.sheet.OpenTable;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes rows of open data: CSV after RFC 4180 with a head, or JSON Lines. */
interface DataWriter {

    void row(@Nullable Object... values) throws IOException;

    static DataWriter of(DataFiles.Form form, List<OpenTable.Field> fields, Writer out) throws IOException {
        return switch (form) {
            case CSV -> {
                Csv csv = new Csv(out, fields);
                csv.head();
                yield csv;
            }
            case JSON_LINES -> new Lines(out, fields);
        };
    }

    /** A time as it is read in the city, to the second, with its offset. */
    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS)
                .atZone(Formats.ZONE)
                .toOffsetDateTime()
                .toString();
    }

    /** Texts are kept from being taken for formulas; codes and figures are none. */
    record Csv(Writer out, List<OpenTable.Field> fields) implements DataWriter {

        void head() throws IOException {
            out.write('\uFEFF');
            out.write(
                    String.join(",", fields.stream().map(OpenTable.Field::name).toList()));
            out.write("\r\n");
        }

        @Override
        public void row(@Nullable Object... values) throws IOException {
            for (int i = 0; i < values.length; i++) {
                if (i > 0) {
                    out.write(',');
                }
                out.write(quoted(text(values[i])));
            }
            out.write("\r\n");
        }

        private static String text(@Nullable Object value) {
            return switch (value) {
                case null -> "";
                case Instant at -> time(at);
                case BigDecimal number -> number.toPlainString();
                case Number number -> number.toString();
                default -> Neutral.text(value.toString());
            };
        }

        private static String quoted(String text) {
            boolean plain = text.chars().noneMatch(sign -> sign == ',' || sign == '"' || sign == '\r' || sign == '\n');
            return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
        }
    }

    /** One object a line, every member there. */
    record Lines(Writer out, List<OpenTable.Field> fields) implements DataWriter {

        private static final JsonMapper JSON = new JsonMapper();

        @Override
        public void row(@Nullable Object... values) throws IOException {
            Map<String, @Nullable Object> members = new LinkedHashMap<>();
            for (int i = 0; i < values.length; i++) {
                Object value = values[i];
                members.put(fields.get(i).name(), value instanceof Instant at ? time(at) : value);
            }
            out.write(JSON.writeValueAsString(members));
            out.write('\n');
        }
    }
}

package org.huiyin.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet, one after another, blank ones left out. */
final class SheetCells {

    private static final int MOST_ROWS = 1_048_576;
    /** What stands further right is nobody's table. */
    private static final int MOST_COLUMNS = 256;

    private static final BigDecimal LAST_DAY = BigDecimal.valueOf(2_958_465);
    private static final int SECONDS = 86_400;

    private final Xml xml;
    private final SharedTexts texts;
    private final CellFormats formats;
    private final boolean since1904;
    private long line;

    SheetCells(Xml xml, SharedTexts texts, CellFormats formats, boolean since1904) {
        this.xml = xml;
        this.texts = texts;
        this.formats = formats;
        this.since1904 = since1904;
    }

    /** The next row that is not blank; null at the end of the table. */
    @Nullable
    RawRow next() throws XMLStreamException, IOException {
        while (xml.more()) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.is("sheetData")) {
                return null;
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.is("row")) {
                RawRow row = row();
                if (!row.blank()) {
                    return row;
                }
            }
        }
        return null;
    }

    private RawRow row() throws XMLStreamException, IOException {
        String said = xml.attribute("r", "");
        long number = said.matches("\\d{1,7}") ? Long.parseLong(said) : line + 1;
        if (number <= line || number > MOST_ROWS) {
            throw new Unreadable("damaged");
        }
        line = number;
        boolean hidden = xml.attribute("hidden", "").matches("1|true");
        List<RawCell> cells = new ArrayList<>();
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.is("row")) {
                return new RawRow(line, cells, hidden);
            }
            if (event == XMLStreamConstants.START_ELEMENT && xml.is("c")) {
                int column = column(xml.attribute("r"), cells.size());
                RawCell cell = cell();
                if (column < MOST_COLUMNS && !cell.blank()) {
                    while (cells.size() < column) {
                        cells.add(RawCell.EMPTY);
                    }
                    if (cells.size() > column) {
                        throw new Unreadable("damaged");
                    }
                    cells.add(cell);
                }
            }
        }
    }

    /** The column a cell says it stands in, counted from 0. */
    private static int column(@Nullable String address, int next) {
        if (address == null) {
            return next;
        }
        int column = 0;
        int letters = 0;
        while (letters < address.length() && address.charAt(letters) >= 'A' && address.charAt(letters) <= 'Z') {
            column = column * 26 + (address.charAt(letters) - 'A' + 1);
            if (++letters > 3) {
                throw new Unreadable("damaged");
            }
        }
        return letters == 0 ? next : column - 1;
    }

    private RawCell cell() throws XMLStreamException, IOException {
        String type = xml.attribute("t", "n");
        @Nullable String style = xml.attribute("s");
        String value = "";
        boolean reckoned = false;
        while (true) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT && xml.is("c")) {
                return reckoned && !value.isEmpty()
                        ? new RawCell.Reckoned(value(type, style, value).shown())
                        : reckoned ? new RawCell.Reckoned("=") : value(type, style, value);
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.name()) {
                    case "f" -> {
                        reckoned = true;
                        xml.text();
                    }
                    case "v" -> value = xml.text();
                    // an editor may leave the inline text behind when it shares the new one
                    case "is" -> value = type.equals("inlineStr") ? xml.text("rPh") : skip(value);
                    default -> {}
                }
            }
        }
    }

    private String skip(String value) throws XMLStreamException {
        xml.text();
        return value;
    }

    private RawCell value(String type, @Nullable String style, String value) throws IOException {
        if (value.isEmpty()) {
            return RawCell.EMPTY;
        }
        return switch (type) {
            case "s" -> new RawCell.Words(texts.at(index(value)));
            case "inlineStr", "str" -> new RawCell.Words(SharedTexts.decoded(value));
            case "b" -> new RawCell.Truth(value.equals("1") || value.equals("true"));
            case "d" -> new RawCell.Words(value);
            case "e" -> new RawCell.Reckoned(value);
            default -> number(style, value);
        };
    }

    private static int index(String value) {
        if (!value.strip().matches("\\d{1,9}")) {
            throw new Unreadable("damaged");
        }
        return Integer.parseInt(value.strip());
    }

    private RawCell number(@Nullable String style, String value) {
        String text = value.strip();
        if (text.length() > 40 || !text.matches("-?\\d+(\\.\\d*)?([eE][+-]?\\d{1,3})?")) {
            throw new Unreadable("damaged");
        }
        BigDecimal number = new BigDecimal(text);
        boolean day = formats.day(style) && number.signum() >= 0 && number.compareTo(LAST_DAY) <= 0;
        return day ? new RawCell.Moment(moment(number)) : new RawCell.Amount(plain(number));
    }

    /** Spreadsheets keep 0.1 as 0.10000000000000001. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal rounded = number.round(new java.math.MathContext(15, RoundingMode.HALF_EVEN))
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private LocalDateTime moment(BigDecimal number) {
        long days = number.longValue();
        long seconds = number.subtract(BigDecimal.valueOf(days))
                .multiply(BigDecimal.valueOf(SECONDS))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue();
        LocalDate first = since1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, days < 60 ? 31 : 30);
        return first.plusDays(days).atStartOfDay().plusSeconds(seconds);
    }
}

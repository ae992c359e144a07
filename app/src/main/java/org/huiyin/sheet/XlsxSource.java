package org.huiyin.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.huiyin.evidence.WorkbookCheck;
import org.jspecify.annotations.Nullable;

/**
 * The one table of an Excel workbook. Read cell by cell and never whole: shared texts lie in a file beside it, and where a cell claims to stand
 * is not believed beyond the columns and rows a spreadsheet has.
 */
final class XlsxSource implements TableSource, AutoCloseable {

    /** Sheets that say something about a table; our own files have them. */
    private static final Set<String> ABOUT =
            Set.of(XlsxFile.ABOUT_ZH, XlsxFile.ABOUT_EN, "填写说明", "How to fill in", "选项", "Choices", "问题清单", "Faults");

    private final ZipFile zip;
    private final SharedTexts texts;
    private final CellFormats formats;
    private final String part;
    private final List<String> merged = new ArrayList<>();
    private final boolean since1904;

    private XlsxSource(ZipFile zip, SharedTexts texts, CellFormats formats, String part, boolean since1904) {
        this.zip = zip;
        this.texts = texts;
        this.formats = formats;
        this.part = part;
        this.since1904 = since1904;
    }

    /**
     * Opens a workbook.
     *
     * @throws Unreadable when it is none that may be opened, or holds several tables
     */
    static XlsxSource open(Path file) throws IOException {
        switch (WorkbookCheck.of(file)) {
            case FINE -> {}
            case MACROS -> throw new Unreadable("macros");
            case ENCRYPTED -> throw new Unreadable("encrypted");
            case OLD -> throw new Unreadable("old");
            case UNPACKS_TOO_LARGE -> throw new Unreadable("unpacks-too-large");
            case DAMAGED -> throw new Unreadable("damaged");
            case OTHER -> throw new Unreadable("other");
        }
        ZipFile zip = new ZipFile(file.toFile());
        try {
            Book book = Book.read(zip);
            String part = table(zip, book);
            return new XlsxSource(
                    zip,
                    SharedTexts.read(zip, book.texts()),
                    CellFormats.read(zip, book.styles()),
                    part,
                    book.since1904());
        } catch (XMLStreamException e) {
            zip.close();
            throw new Unreadable("damaged");
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    /** The sheet with the table: the one that is no remark about another and is not empty. */
    private static String table(ZipFile zip, Book book) throws IOException, XMLStreamException {
        List<Map.Entry<String, String>> tables = new ArrayList<>();
        for (Map.Entry<String, String> sheet : book.sheets().entrySet()) {
            if (!ABOUT.contains(sheet.getKey()) && !empty(zip, sheet.getValue())) {
                tables.add(sheet);
            }
        }
        if (tables.isEmpty()) {
            throw new Unreadable("empty");
        }
        if (tables.size() > 1) {
            throw new Unreadable(
                    "several-sheets",
                    String.join("、", tables.stream().map(Map.Entry::getKey).toList()));
        }
        return tables.getFirst().getValue();
    }

    private static boolean empty(ZipFile zip, String part) throws IOException, XMLStreamException {
        try (Xml xml = new Xml(part(zip, part))) {
            while (xml.toStart("v", "t", "f")) {
                if (!xml.text().isBlank()) {
                    return false;
                }
            }
            return true;
        }
    }

    static InputStream part(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new Unreadable("damaged");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public void read(Taker taker) throws IOException {
        try (Xml xml = new Xml(part(zip, part))) {
            var cells = new SheetCells(xml, texts, formats, since1904);
            for (RawRow row = cells.next(); row != null; row = cells.next()) {
                taker.take(row);
            }
            while (xml.toStart("mergeCell")) {
                @Nullable String range = xml.attribute("ref");
                if (range != null && merged.size() < 100) {
                    merged.add(range);
                }
            }
        } catch (XMLStreamException e) {
            throw new Unreadable("damaged");
        }
    }

    @Override
    public boolean even() {
        return false;
    }

    @Override
    public List<String> merged() {
        return merged;
    }

    @Override
    public void close() throws IOException {
        texts.close();
        zip.close();
    }
}

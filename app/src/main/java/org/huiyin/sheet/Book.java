package org.huiyin.sheet;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * What a workbook holds.
 *
 * @param sheets the parts of the sheets that are shown, by their names
 * @param texts the part with the shared texts; null when there is none
 * @param styles the part with the formats; null when there is none
 * @param since1904 whether its days are counted from 1904, as old Macintoshes did
 */
record Book(
        Map<String, String> sheets,
        @Nullable String texts,
        @Nullable String styles,
        boolean since1904) {

    private static final int MOST_SHEETS = 100;

    static Book read(ZipFile zip) throws IOException, XMLStreamException {
        String book =
                target("", related(zip, "_rels/.rels", "").getOrDefault("type:officeDocument", "xl/workbook.xml"));
        String folder = book.substring(0, book.lastIndexOf('/') + 1);
        Map<String, String> parts = related(zip, folder + "_rels/" + book.substring(folder.length()) + ".rels", folder);
        Map<String, String> sheets = new LinkedHashMap<>();
        boolean since1904 = false;
        try (Xml xml = new Xml(XlsxSource.part(zip, book))) {
            while (xml.toStart("workbookPr", "sheet")) {
                if (xml.is("workbookPr")) {
                    since1904 = xml.attribute("date1904", "").matches("1|true");
                } else if (xml.attribute("state", "visible").equals("visible") && sheets.size() < MOST_SHEETS) {
                    sheets.put(xml.attribute("name", "?"), parts.getOrDefault(xml.attribute("id", ""), "missing"));
                }
            }
        }
        return new Book(sheets, parts.get("type:sharedStrings"), parts.get("type:styles"), since1904);
    }

    /** Where relations lead, by their ids and by the last word of their types. */
    private static Map<String, String> related(ZipFile zip, String part, String folder)
            throws IOException, XMLStreamException {
        Map<String, String> targets = new HashMap<>();
        try (Xml xml = new Xml(XlsxSource.part(zip, part))) {
            while (xml.toStart("Relationship")) {
                String target = target(folder, xml.attribute("Target", ""));
                String type = xml.attribute("Type", "");
                targets.put(xml.attribute("Id", ""), target);
                targets.put("type:" + type.substring(type.lastIndexOf('/') + 1), target);
            }
        }
        return targets;
    }

    private static String target(String folder, String written) {
        return written.startsWith("/") ? written.substring(1) : folder + written;
    }
}

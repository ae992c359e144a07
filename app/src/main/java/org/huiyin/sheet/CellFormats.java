package org.huiyin.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** Which formats of a workbook show a number as a day or a time. */
final class CellFormats {

    private static final int MOST = 100_000;

    private final List<Boolean> days = new ArrayList<>();

    static CellFormats read(ZipFile zip, @Nullable String part) throws IOException, XMLStreamException {
        CellFormats formats = new CellFormats();
        if (part == null || zip.getEntry(part) == null) {
            return formats;
        }
        Map<String, String> codes = new HashMap<>();
        boolean cells = false;
        try (Xml xml = new Xml(XlsxSource.part(zip, part))) {
            while (xml.toStart("numFmt", "cellStyleXfs", "cellXfs", "cellStyles", "xf") && formats.days.size() < MOST) {
                switch (xml.name()) {
                    case "numFmt" -> codes.put(xml.attribute("numFmtId", ""), xml.attribute("formatCode", ""));
                    case "cellXfs" -> cells = true;
                    case "cellStyleXfs", "cellStyles" -> cells = false;
                    default -> {
                        if (cells) {
                            formats.days.add(day(xml.attribute("numFmtId", "0"), codes));
                        }
                    }
                }
            }
        }
        return formats;
    }

    /** The numbers Excel keeps for dates, Chinese ones included, and any code that names days, hours or years. */
    private static boolean day(String id, Map<String, String> codes) {
        @Nullable String code = codes.get(id);
        if (code != null) {
            String bare = code.replaceAll("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]|_.", "");
            return bare.matches("(?is).*(y|d|h|年|月|日|m{1,4}[-/.]).*") && !bare.matches("(?is).*general.*");
        }
        if (!id.matches("\\d{1,4}")) {
            return false;
        }
        int number = Integer.parseInt(id);
        return number >= 14 && number <= 22
                || number >= 27 && number <= 36
                || number >= 45 && number <= 47
                || number >= 50 && number <= 58;
    }

    boolean day(@Nullable String style) {
        if (style == null || !style.matches("\\d{1,6}")) {
            return false;
        }
        int index = Integer.parseInt(style);
        return index < days.size() && days.get(index);
    }
}

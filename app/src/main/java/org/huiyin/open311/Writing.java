package org.huiyin.open311;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer as XML or JSON. */
final class Writing {

    private static final JsonMapper JSON = new JsonMapper();
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    private Writing() {}

    static byte[] bytes(Format format, Answer answer) {
        return switch (format) {
            case JSON -> JSON.writeValueAsBytes(json(answer));
            case XML -> xml(answer);
        };
    }

    private static Object json(Answer answer) {
        return switch (answer) {
            case Answer.Listing listing ->
                listing.rows().stream().map(Writing::fields).toList();
            case Answer.Document document -> fields(document.fields());
        };
    }

    private static Map<String, @Nullable Object> fields(Map<?, ?> fields) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        fields.forEach((name, value) -> written.put(String.valueOf(name), plain(value)));
        return written;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Answer.Rows rows -> {
                List<@Nullable Object> all = new ArrayList<>();
                rows.rows().forEach(row -> all.add(plain(row)));
                yield all;
            }
            case Map<?, ?> fields -> fields(fields);
            case null, default -> value;
        };
    }

    private static byte[] xml(Answer answer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = XML.createXMLStreamWriter((OutputStream) out, "utf-8");
            writer.writeStartDocument("utf-8", "1.0");
            switch (answer) {
                case Answer.Listing listing ->
                    element(writer, listing.root(), new Answer.Rows(listing.item(), listing.rows()));
                case Answer.Document document -> element(writer, document.root(), document.fields());
            }
            writer.writeEndDocument();
            writer.close();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void element(XMLStreamWriter writer, String name, @Nullable Object value) throws XMLStreamException {
        writer.writeStartElement(name);
        switch (value) {
            case null -> {}
            case Answer.Rows rows -> {
                for (Object row : rows.rows()) {
                    element(writer, rows.item(), row);
                }
            }
            case Map<?, ?> fields -> {
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    element(writer, String.valueOf(field.getKey()), field.getValue());
                }
            }
            default -> writer.writeCharacters(writable(value.toString()));
        }
        writer.writeEndElement();
    }

    /** Characters no XML document may hold, escaped or not (XML 1.0, 2.2), are left out. */
    static String writable(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(Writing::writable).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    private static boolean writable(int sign) {
        return sign == '\t'
                || sign == '\n'
                || sign == '\r'
                || (sign >= 0x20 && sign <= 0xD7FF)
                || (sign >= 0xE000 && sign <= 0xFFFD)
                || sign >= 0x10000;
    }
}

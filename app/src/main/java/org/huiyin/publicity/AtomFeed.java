package org.huiyin.publicity;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A feed of RFC 4287 (Atom).
 *
 * @param id what it is, whatever the address it is read at: an absolute name that never changes
 * @param self where it is read
 * @param page where the same is for people
 * @param updated when anything in it last changed
 */
public record AtomFeed(
        String id,
        String title,
        String language,
        String self,
        String page,
        String author,
        Instant updated,
        List<Entry> entries) {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final XMLOutputFactory XML = XMLOutputFactory.newFactory();

    /**
     * A matter or an answer.
     *
     * @param author who answers for it; null for the feed's
     * @param words the text; empty for none
     */
    public record Entry(
            String id,
            String title,
            String link,
            Instant published,
            Instant updated,
            @Nullable String author,
            List<Category> categories,
            String summary,
            String words) {}

    /** A category with the name readers see. */
    public record Category(String scheme, String term, String label) {}

    /** A name of this installation's own for something: the same for as long as the city keeps its name. */
    public static String name(String city, String what) {
        UUID uuid = UUID.nameUUIDFromBytes(("huiyin\n" + city + "\n" + what).getBytes(StandardCharsets.UTF_8));
        return "urn:uuid:" + uuid;
    }

    /** As it is sent. */
    public String write() {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XML.createXMLStreamWriter(out);
            xml.writeStartDocument("utf-8", "1.0");
            xml.writeStartElement("feed");
            xml.writeDefaultNamespace(ATOM);
            xml.writeAttribute("xml:lang", language);
            text(xml, "id", id);
            text(xml, "title", title);
            text(xml, "updated", time(updated));
            author(xml, author);
            link(xml, "self", "application/atom+xml", self);
            link(xml, "alternate", "text/html", page);
            text(xml, "generator", "Huiyin");
            for (Entry entry : entries) {
                write(xml, entry);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
        return out.toString();
    }

    private static void write(XMLStreamWriter xml, Entry entry) throws XMLStreamException {
        xml.writeStartElement("entry");
        text(xml, "id", entry.id());
        text(xml, "title", entry.title());
        text(xml, "published", time(entry.published()));
        text(xml, "updated", time(entry.updated()));
        if (entry.author() != null) {
            author(xml, entry.author());
        }
        link(xml, "alternate", "text/html", entry.link());
        for (Category category : entry.categories()) {
            xml.writeEmptyElement("category");
            xml.writeAttribute("scheme", category.scheme());
            xml.writeAttribute("term", category.term());
            xml.writeAttribute("label", clean(category.label()));
        }
        if (!entry.summary().isEmpty()) {
            text(xml, "summary", entry.summary());
        }
        if (!entry.words().isEmpty()) {
            text(xml, "content", entry.words());
        }
        xml.writeEndElement();
    }

    private static void author(XMLStreamWriter xml, String name) throws XMLStreamException {
        xml.writeStartElement("author");
        text(xml, "name", name);
        xml.writeEndElement();
    }

    private static void link(XMLStreamWriter xml, String relation, String type, String href) throws XMLStreamException {
        xml.writeEmptyElement("link");
        xml.writeAttribute("rel", relation);
        xml.writeAttribute("type", type);
        xml.writeAttribute("href", href);
    }

    private static void text(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Signs XML 1.0 has no place for, which people paste all the same, are left out. */
    static String clean(String text) {
        return text.codePoints()
                .filter(sign -> sign == '\t'
                        || sign == '\n'
                        || (sign >= ' ' && sign <= 0xD7FF)
                        || (sign >= 0xE000 && sign <= 0xFFFD)
                        || sign > 0xFFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

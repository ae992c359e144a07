package org.huiyin.sheet;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A part of a workbook, read forwards. A document type, and with it every entity, is refused. */
final class Xml implements AutoCloseable {

    private static final XMLInputFactory FACTORY = factory();
    private static final int LONGEST_TEXT = 1 << 20;

    private final InputStream in;
    private final XMLStreamReader reader;

    Xml(InputStream in) throws XMLStreamException {
        this.in = in;
        this.reader = FACTORY.createXMLStreamReader(in);
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    int next() throws XMLStreamException {
        int event = reader.next();
        if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
            throw new Unreadable("entities");
        }
        return event;
    }

    boolean more() throws XMLStreamException {
        return reader.hasNext();
    }

    /** Goes on to the next element of one of these names; false at the end. */
    boolean toStart(String... names) throws XMLStreamException {
        while (more()) {
            if (next() == XMLStreamConstants.START_ELEMENT && is(names)) {
                return true;
            }
        }
        return false;
    }

    boolean is(String... names) {
        String here = reader.getLocalName();
        for (String name : names) {
            if (name.equals(here)) {
                return true;
            }
        }
        return false;
    }

    String name() {
        return reader.getLocalName();
    }

    @Nullable
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    String attribute(String name, String otherwise) {
        @Nullable String value = attribute(name);
        return value == null ? otherwise : value;
    }

    /** The text within the present element, elements inside it left out where their names are given. */
    String text(String... without) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        int skipping = 0;
        while (depth > 0) {
            switch (next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    skipping = skipping == 0 && is(without) ? depth : skipping;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    skipping = skipping == depth ? 0 : skipping;
                    depth--;
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (skipping == 0) {
                        text.append(reader.getText());
                    }
                    if (text.length() > LONGEST_TEXT) {
                        throw new Unreadable("damaged");
                    }
                }
                case XMLStreamConstants.END_DOCUMENT -> depth = 0;
                default -> {}
            }
        }
        return text.toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

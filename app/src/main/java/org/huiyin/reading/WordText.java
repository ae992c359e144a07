package org.huiyin.reading;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.huiyin.reading.Documents.CannotOpen;
import org.huiyin.reading.Opened.Why;

/** The text of a Word document, a line for each paragraph, cells of a table apart by blanks. Nothing in it is followed or run. */
final class WordText {

    private static final long MOST_UNPACKED = 60L * 1024 * 1024;
    private static final int MOST_ENTRIES = 5000;

    private WordText() {}

    static String of(byte[] bytes) throws CannotOpen {
        try (ZipInputStream zip = new ZipInputStream(new Bounded(new ByteArrayInputStream(bytes), Long.MAX_VALUE))) {
            Bounded unpacked = new Bounded(zip, MOST_UNPACKED);
            int entries = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (++entries > MOST_ENTRIES) {
                    throw new CannotOpen(Why.TOO_LARGE);
                }
                if (entry.getName().equals("word/document.xml")) {
                    return text(unpacked);
                }
                unpacked.skipRest();
            }
            throw new CannotOpen(Why.BINARY);
        } catch (TooMuch e) {
            throw new CannotOpen(Why.TOO_LARGE);
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotOpen(Why.BROKEN);
        } catch (XMLStreamException e) {
            throw new CannotOpen(e.getNestedException() instanceof TooMuch ? Why.TOO_LARGE : Why.BROKEN);
        }
    }

    private static String text(InputStream in) throws XMLStreamException, CannotOpen {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(in);
        StringBuilder text = new StringBuilder();
        boolean inText = false;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    inText = xml.getLocalName().equals("t");
                    if (xml.getLocalName().equals("tab")) {
                        text.append(' ');
                    } else if (xml.getLocalName().equals("br")
                            || xml.getLocalName().equals("cr")) {
                        text.append('\n');
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (inText) {
                        text.append(xml.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    inText = false;
                    if (xml.getLocalName().equals("p")) {
                        text.append('\n');
                    }
                }
                default -> {}
            }
            if (text.length() > Documents.MOST_SIGNS) {
                throw new CannotOpen(Why.TOO_MUCH_TEXT);
            }
        }
        return text.toString();
    }

    /** More came out of an archive than is read. */
    private static final class TooMuch extends IOException {

        private static final long serialVersionUID = 1;
    }

    private static final class Bounded extends FilterInputStream {

        private long left;

        Bounded(InputStream in, long most) {
            super(in);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            took(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            took(Math.max(0, read));
            return read;
        }

        void skipRest() throws IOException {
            byte[] chunk = new byte[8192];
            while (read(chunk, 0, chunk.length) >= 0) {
                continue;
            }
        }

        private void took(int bytes) throws TooMuch {
            left -= bytes;
            if (left < 0) {
                throw new TooMuch();
            }
        }
    }
}

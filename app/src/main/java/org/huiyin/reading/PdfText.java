package org.huiyin.reading;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.huiyin.reading.Documents.CannotOpen;
import org.huiyin.reading.Opened.Why;

/** The text layer of a PDF, as it lies in the file. A scan has none. */
final class PdfText {

    /** No PDF with more pages is read. */
    static final int MOST_PAGES = 100;

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final long MOST_UNPACKED = 100L * 1024 * 1024;
    private static final int MOST_OBJECTS = 200_000;

    private PdfText() {}

    static String of(byte[] bytes) throws CannotOpen {
        try (PDDocument document = Loader.loadPDF(bytes, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.getNumberOfPages() > MOST_PAGES) {
                throw new CannotOpen(Why.TOO_MANY_PAGES);
            }
            unpackable(document);
            return new Bounded().getText(document);
        } catch (InvalidPasswordException e) {
            throw new CannotOpen(Why.ENCRYPTED);
        } catch (Stopped e) {
            throw new CannotOpen(e.why);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Whatever a broken file does to the parser, it is the file that is broken.
            throw new CannotOpen(Why.BROKEN);
        }
    }

    /** Unpacks every packed stream once without keeping it: some kilobytes may hide gigabytes. */
    private static void unpackable(PDDocument document) throws IOException, CannotOpen {
        List<COSObjectKey> keys =
                List.copyOf(document.getDocument().getXrefTable().keySet());
        if (keys.size() > MOST_OBJECTS) {
            throw new CannotOpen(Why.TOO_LARGE);
        }
        long left = MOST_UNPACKED;
        for (COSObjectKey key : keys) {
            COSObject object = document.getDocument().getObjectFromPool(key);
            COSBase base = object == null ? null : object.getObject();
            if (base instanceof COSStream stream
                    && COSName.FLATE_DECODE.equals(stream.getFilters())
                    && !COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))) {
                left -= unpacked(stream, left);
                if (left <= 0) {
                    throw new CannotOpen(Why.TOO_LARGE);
                }
            }
        }
    }

    private static long unpacked(COSStream stream, long most) throws IOException {
        byte[] chunk = new byte[65536];
        long all = 0;
        try (InputStream in = new InflaterInputStream(stream.createRawInputStream())) {
            for (int read = in.read(chunk); read >= 0 && all <= most; read = in.read(chunk)) {
                all += read;
            }
        } catch (java.util.zip.ZipException | java.io.EOFException e) {
            // PDFBox mends such streams or gives up on them; they hide no more than was seen.
            return all;
        }
        return all;
    }

    /** Stops a reading that went on too long. */
    private static final class Stopped extends IOException {

        private static final long serialVersionUID = 1;

        private final Why why;

        Stopped(Why why) {
            this.why = why;
        }
    }

    private static final class Bounded extends PDFTextStripper {

        private final long start = System.nanoTime();
        private long signs;

        Bounded() {
            setPageEnd("\n");
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (System.nanoTime() - start > LONGEST.toNanos()) {
                throw new Stopped(Why.TOO_SLOW);
            }
            super.processOperator(operator, operands);
        }

        @Override
        protected void processTextPosition(TextPosition text) {
            signs++;
            if (signs <= Documents.MOST_SIGNS) {
                super.processTextPosition(text);
            }
        }

        @Override
        protected void endDocument(PDDocument document) throws IOException {
            if (signs > Documents.MOST_SIGNS) {
                throw new Stopped(Why.TOO_MUCH_TEXT);
            }
            super.endDocument(document);
        }
    }
}

package org.huiyin.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.huiyin.reading.Opened.Why;

/** Opens files and takes their text out: plain text, PDF with a text layer, Word (.docx). Memory and time are bounded whatever is in them. */
public final class Documents {

    /** No file larger than this is opened. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    /** No document with more signs than this is read: some forty newspaper pages. */
    public static final int MOST_SIGNS = 400_000;

    private static final int FEWEST_HAN = 10;
    private static final double HAN_SHARE = 0.25;

    private Documents() {}

    public static Opened open(Path file) throws IOException {
        long size = Files.size(file);
        if (size > MOST_BYTES) {
            return new Opened.Refused(Why.TOO_LARGE);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return open(in.readNBytes(MOST_BYTES + 1));
        }
    }

    /** Opens what is in a file. What it is, its bytes tell, not its name. */
    public static Opened open(byte[] bytes) {
        if (bytes.length == 0) {
            return new Opened.Refused(Why.EMPTY);
        }
        if (bytes.length > MOST_BYTES) {
            return new Opened.Refused(Why.TOO_LARGE);
        }
        try {
            if (begins(bytes, "%PDF-")) {
                return checked("pdf", "", bytes, PdfText.of(bytes));
            }
            if (begins(bytes, "PK\u0003\u0004")) {
                return checked("docx", "", bytes, WordText.of(bytes));
            }
            PlainText.Decoded plain = PlainText.of(bytes);
            return checked("txt", plain.encoding(), bytes, plain.text());
        } catch (CannotOpen e) {
            return new Opened.Refused(e.why);
        }
    }

    private static Opened checked(String kind, String encoding, byte[] bytes, String text) throws CannotOpen {
        if (text.length() > MOST_SIGNS) {
            throw new CannotOpen(Why.TOO_MUCH_TEXT);
        }
        long han = text.codePoints().filter(Character::isIdeographic).count();
        long letters = text.codePoints().filter(Character::isLetter).count();
        if (letters == 0) {
            throw new CannotOpen(kind.equals("pdf") ? Why.NO_TEXT : Why.EMPTY);
        }
        if (han < FEWEST_HAN || han < HAN_SHARE * letters) {
            throw new CannotOpen(Why.OTHER_LANGUAGE);
        }
        return new Opened.Readable(kind, encoding, sha256(bytes), text);
    }

    private static boolean begins(byte[] bytes, String sign) {
        for (int i = 0; i < sign.length(); i++) {
            if (i >= bytes.length || bytes[i] != sign.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Ends the opening of a file that is refused. */
    static final class CannotOpen extends Exception {

        private static final long serialVersionUID = 1;

        final Why why;

        CannotOpen(Why why) {
            super(why.key(), null, false, false);
            this.why = why;
        }
    }
}

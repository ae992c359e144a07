package org.huiyin.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.huiyin.evidence.UploadRefusal.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Takes zipped office files (OOXML, OpenDocument) apart without keeping what comes out: what they are, that they hold no macros, and that
 * they do not unpack to far more than they weigh. Every entry is unpacked and counted, because the sizes written in a zip file may lie.
 */
final class ZipCheck {

    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_UNPACKED_BYTES = 300L << 20;
    private static final long MOST_RATIO = 150;
    /** Small files of blank tables pack very well and harm nobody. */
    private static final long RATIO_FROM_BYTES = 20L << 20;

    private static final int LONGEST_CATALOGUE = 1 << 20;
    private static final byte[] LOCAL_HEADER = {'P', 'K', 3, 4};
    private static final String OOXML_CATALOGUE = "[Content_Types].xml";
    private static final String ODF_CATALOGUE = "mimetype";

    private final Path file;
    private final long packedBytes;
    private final byte[] buffer = new byte[1 << 16];
    private long unpackedBytes;

    private ZipCheck(Path file) throws IOException {
        this.file = file;
        this.packedBytes = Files.size(file);
    }

    static FileType check(Path file) throws IOException, Unacceptable {
        try {
            return new ZipCheck(file).check();
        } catch (ZipException e) {
            throw new Unacceptable(Reason.DAMAGED);
        }
    }

    private FileType check() throws IOException, Unacceptable {
        requireHeaderFirst();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw new Unacceptable(Reason.UNPACKS_TOO_LARGE);
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                refuseMacros(entry.getName());
                count(zip, entry);
            }
            String catalogue = read(zip, OOXML_CATALOGUE);
            return catalogue != null ? officeOpen(catalogue) : openDocument(read(zip, ODF_CATALOGUE));
        }
    }

    private void requireHeaderFirst() throws IOException, Unacceptable {
        try (InputStream in = Files.newInputStream(file)) {
            if (!java.util.Arrays.equals(in.readNBytes(LOCAL_HEADER.length), LOCAL_HEADER)) {
                throw new Unacceptable(Reason.DAMAGED);
            }
        }
    }

    private static void refuseMacros(String entry) throws Unacceptable {
        String name = entry.toLowerCase(Locale.ROOT);
        if (name.contains("vbaproject") || name.startsWith("basic/") || name.startsWith("scripts/")) {
            throw new Unacceptable(Reason.MACROS);
        }
    }

    private void count(ZipFile zip, ZipEntry entry) throws IOException, Unacceptable {
        try (InputStream in = zip.getInputStream(entry)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                unpackedBytes += n;
                if (unpackedBytes > MOST_UNPACKED_BYTES
                        || (unpackedBytes > RATIO_FROM_BYTES && unpackedBytes > MOST_RATIO * packedBytes)) {
                    throw new Unacceptable(Reason.UNPACKS_TOO_LARGE);
                }
            }
        }
    }

    private static @Nullable String read(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readNBytes(LONGEST_CATALOGUE), StandardCharsets.UTF_8);
        }
    }

    private static FileType officeOpen(String catalogue) throws Unacceptable {
        if (catalogue.contains("macroEnabled")) {
            throw new Unacceptable(Reason.MACROS);
        }
        if (catalogue.contains("wordprocessingml.document.main+xml")) {
            return FileType.DOCX;
        }
        if (catalogue.contains("spreadsheetml.sheet.main+xml")) {
            return FileType.XLSX;
        }
        if (catalogue.contains("presentationml.presentation.main+xml")
                || catalogue.contains("presentationml.slideshow.main+xml")) {
            return FileType.PPTX;
        }
        throw new Unacceptable(Reason.TYPE_NOT_TAKEN);
    }

    private static FileType openDocument(@Nullable String catalogue) throws Unacceptable {
        for (FileType type : new FileType[] {FileType.ODT, FileType.ODS, FileType.ODP}) {
            if (type.mediaType().equals(catalogue)) {
                return type;
            }
        }
        throw new Unacceptable(Reason.TYPE_NOT_TAKEN);
    }
}

package org.huiyin.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.huiyin.evidence.UploadRefusal.Reason;

/** Tells what a file is by its content; the name only settles what content leaves open. */
final class FileCheck {

    private static final Set<String> OTHER_PICTURES = Set.of(
            "image/webp",
            "image/heic",
            "image/heif",
            "image/avif",
            "image/tiff",
            "image/bmp",
            "image/jp2",
            "image/jxl");
    private static final byte[] PDF = {'%', 'P', 'D', 'F', '-'};

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /** The type of a file that may be kept, its content checked as far as its type allows. */
    FileType check(Path file, String sentName) throws IOException, Unacceptable {
        String found = detect(file);
        return switch (found) {
            case "image/jpeg" -> FileType.JPEG;
            case "image/png", "image/apng", "image/vnd.mozilla.apng" -> FileType.PNG;
            case "image/gif" -> FileType.GIF;
            case "application/pdf" -> pdf(file);
            case "application/zip", "application/x-tika-ooxml" -> ZipCheck.check(file);
            case "application/x-tika-msoffice" -> OldOfficeCheck.check(file, sentName);
            case "text/plain" -> TextCheck.check(file);
            default -> throw notTaken(found);
        };
    }

    private static Unacceptable notTaken(String found) {
        return new Unacceptable(OTHER_PICTURES.contains(found) ? Reason.PICTURE_FORMAT : Reason.TYPE_NOT_TAKEN);
    }

    private String detect(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return types.detect(in, new Metadata()).toString();
        }
    }

    /** The mark may stand anywhere in the first kilobyte for lenient readers; here it stands first, so that nothing hides before it. */
    private static FileType pdf(Path file) throws IOException, Unacceptable {
        try (InputStream in = Files.newInputStream(file)) {
            if (!java.util.Arrays.equals(in.readNBytes(PDF.length), PDF)) {
                throw new Unacceptable(Reason.DAMAGED);
            }
        }
        return FileType.PDF;
    }
}

package org.huiyin.evidence;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A file that was handed in as evidence.
 *
 * @param step the place of its step in the matter's life; 0 while it waits for one
 * @param sha256 of the bytes kept, in hexadecimal
 * @param pixels width and height; null for documents
 * @param taken where and when a picture was taken; for staff alone
 */
public record Attachment(
        UUID id,
        int step,
        Kind kind,
        String mediaType,
        String name,
        long sizeBytes,
        String sha256,
        @Nullable Pixels pixels,
        Taken taken,
        Instant createdAt) {

    /** Shown as a picture, or offered as a file. */
    public enum Kind {
        IMAGE,
        DOCUMENT
    }

    /** The measures of a picture. */
    public record Pixels(int width, int height) {

        /** The measures when the longer side is brought down to so many. */
        public Pixels within(int longSide) {
            double scale = Math.min(1, (double) longSide / Math.max(width, height));
            return new Pixels(
                    (int) Math.max(1, Math.round(width * scale)), (int) Math.max(1, Math.round(height * scale)));
        }
    }

    /** What the camera noted; it is taken out of the picture itself. */
    public record Taken(
            @Nullable Position position, @Nullable Instant at) {
        static final Taken UNKNOWN = new Taken(null, null);
    }

    /** Degrees, WGS-84 as cameras write them. */
    public record Position(double latitude, double longitude) {}

    public boolean image() {
        return kind == Kind.IMAGE;
    }

    public String address() {
        return "/attachments/" + id;
    }

    /** The picture at 960 px at most. */
    public String previewAddress() {
        return address() + "/preview";
    }

    /** The measures of the thumb, so that a page does not jump while it loads; null for documents. */
    public @Nullable Pixels thumbPixels() {
        return pixels == null ? null : pixels.within(Rendition.THUMB.longSide());
    }

    /** What a reader calls this type of file: {@code DOCX}. */
    public String typeName() {
        return name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    }

    /** The same file under a name that says nothing of who handed it in. */
    public Attachment nameless() {
        String plain = kind.name().toLowerCase(Locale.ROOT) + "-"
                + id.toString().substring(0, 4) + "." + typeName().toLowerCase(Locale.ROOT);
        return new Attachment(id, step, kind, mediaType, plain, sizeBytes, sha256, pixels, Taken.UNKNOWN, createdAt);
    }

    /** The picture at 320 px at most. */
    public String thumbAddress() {
        return address() + "/thumb";
    }
}

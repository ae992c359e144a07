package org.huiyin.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.huiyin.evidence.Attachment.Pixels;
import org.huiyin.evidence.UploadRefusal.Reason;

/**
 * Decodes a picture and paints it anew in three sizes, so that nothing of the sender's file is left but what can be seen. Two at a time at
 * most, each within 64 MB of decoded pixels; others wait.
 */
final class Pictures {

    private static final int AT_ONCE = 2;
    private static final long MOST_DECODED_BYTES = 64L << 20;
    private static final int SMALL = 800;
    private static final float QUALITY = 0.85f;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final int megapixels;

    Pictures(int megapixels) {
        this.megapixels = megapixels;
    }

    /** A picture painted anew. */
    record Painted(FileType type, Pixels pixels, Map<Rendition, byte[]> renditions) {

        byte[] bytes(Rendition rendition) {
            return Objects.requireNonNull(renditions.get(rendition));
        }
    }

    /** Paints a picture upright in every rendition; refuses one with too many pixels before it decodes any. */
    Painted paint(byte[] file, FileType type, int orientation) throws Unacceptable, IOException {
        byte[] checked = checked(file, type);
        turns.acquireUninterruptibly();
        try {
            return paintNow(checked, type, orientation);
        } finally {
            turns.release();
        }
    }

    private static byte[] checked(byte[] file, FileType type) throws Unacceptable {
        if (type == FileType.PNG) {
            return PngScan.essential(file);
        }
        if (type == FileType.JPEG) {
            JpegScan.check(file);
        }
        return file;
    }

    private Painted paintNow(byte[] file, FileType type, int orientation) throws Unacceptable, IOException {
        BufferedImage decoded = decode(file, type);
        boolean clear = Canvas.hasClearPixels(decoded);
        BufferedImage whole = Canvas.upright(decoded, orientation, Rendition.WHOLE.longSide(), clear);
        BufferedImage preview = Canvas.within(whole, Rendition.PREVIEW.longSide());
        BufferedImage thumb = Canvas.within(preview, Rendition.THUMB.longSide());
        boolean small = Math.max(whole.getWidth(), whole.getHeight()) <= SMALL;
        FileType as = clear || (type != FileType.JPEG && small) ? FileType.PNG : FileType.JPEG;
        Map<Rendition, byte[]> renditions = new EnumMap<>(Rendition.class);
        renditions.put(Rendition.WHOLE, encode(whole, as));
        renditions.put(Rendition.PREVIEW, encode(preview, as));
        renditions.put(Rendition.THUMB, encode(thumb, as));
        return new Painted(as, new Pixels(whole.getWidth(), whole.getHeight()), renditions);
    }

    private BufferedImage decode(byte[] file, FileType type) throws Unacceptable {
        ImageReader reader = ImageIO.getImageReadersByMIMEType(type.mediaType()).next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(in, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            if ((long) width * height > megapixels * 1_000_000L) {
                throw new Unacceptable(
                        Reason.TOO_MANY_PIXELS, Integer.toString(width), Integer.toString(height), "" + megapixels);
            }
            ImageReadParam every = reader.getDefaultReadParam();
            int nth = nth(reader, width, height);
            every.setSourceSubsampling(nth, nth, 0, 0);
            return reader.read(0, every);
        } catch (IOException | RuntimeException e) {
            // Bytes that are no picture make the decoders of the JDK throw nearly anything; all of it means the same.
            throw new Unacceptable(Reason.DAMAGED);
        } finally {
            reader.dispose();
        }
    }

    /** Only every nth pixel of a large picture is decoded: as many as are needed, and no more than fit into memory. */
    private static int nth(ImageReader reader, int width, int height) throws IOException {
        int bytesPerPixel =
                Math.max(1, (reader.getImageTypes(0).next().getColorModel().getPixelSize() + 7) / 8);
        int nth = Math.max(1, Math.max(width, height) / Rendition.WHOLE.longSide());
        while ((long) (width / nth) * (height / nth) * bytesPerPixel > MOST_DECODED_BYTES) {
            nth++;
        }
        return nth;
    }

    static byte[] encode(BufferedImage image, FileType type) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByMIMEType(type.mediaType()).next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            ImageWriteParam how = writer.getDefaultWriteParam();
            if (type == FileType.JPEG) {
                how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                how.setCompressionQuality(QUALITY);
            }
            writer.write(null, new IIOImage(image, null, null), how);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}

package org.huiyin.evidence;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Set;
import java.util.zip.CRC32;
import org.huiyin.evidence.UploadRefusal.Reason;

/**
 * Walks the chunks of a PNG (ISO/IEC 15948) before anything decodes it and leaves only those that make the picture. Texts, profiles and
 * metadata go: they may unpack to gigabytes, and nobody is to read them.
 */
final class PngScan {

    private static final int SIGNATURE_BYTES = 8;
    private static final int CHUNK_FRAME_BYTES = 12;
    private static final Set<String> ESSENTIAL = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");

    private PngScan() {}

    /** The same picture without anything beside it; one that is cut short or garbled is refused. */
    static byte[] essential(byte[] png) throws Unacceptable {
        ByteBuffer in = ByteBuffer.wrap(png);
        ByteArrayOutputStream out = new ByteArrayOutputStream(png.length);
        out.write(png, 0, Math.min(SIGNATURE_BYTES, png.length));
        int at = SIGNATURE_BYTES;
        String type = "";
        while (!type.equals("IEND")) {
            int chunk = chunkBytes(in, at);
            type = new String(png, at + 4, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
            if (ESSENTIAL.contains(type)) {
                requireSum(in, at, chunk);
                out.write(png, at, chunk);
            }
            at += chunk;
        }
        return out.toByteArray();
    }

    private static int chunkBytes(ByteBuffer in, int at) throws Unacceptable {
        int left = in.limit() - at - CHUNK_FRAME_BYTES;
        if (left < 0) {
            throw new Unacceptable(Reason.DAMAGED);
        }
        int length = in.getInt(at);
        if (length < 0 || length > left) {
            throw new Unacceptable(Reason.DAMAGED);
        }
        return length + CHUNK_FRAME_BYTES;
    }

    private static void requireSum(ByteBuffer in, int at, int chunk) throws Unacceptable {
        CRC32 sum = new CRC32();
        sum.update(in.slice(at + 4, chunk - 8));
        if ((int) sum.getValue() != in.getInt(at + chunk - 4)) {
            throw new Unacceptable(Reason.DAMAGED);
        }
    }
}

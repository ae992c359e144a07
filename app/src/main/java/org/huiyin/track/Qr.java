package org.huiyin.track;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/**
 * A QR code as one SVG path, its modules one unit wide.
 *
 * @param size modules a side, with the quiet zone of four around it (ISO/IEC 18004, 9.1)
 */
public record Qr(int size, String path) {

    private static final int QUIET = 4;
    private static final int SHORT = 300;

    /** Of a text; a long one has less to spare for dirt and folds, or its modules would be too small to read. */
    public static Qr of(String text) {
        ErrorCorrectionLevel spare = text.length() > SHORT ? ErrorCorrectionLevel.L : ErrorCorrectionLevel.M;
        try {
            ByteMatrix modules = Encoder.encode(text, spare, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
                    .getMatrix();
            return new Qr(modules.getWidth() + 2 * QUIET, path(modules));
        } catch (WriterException e) {
            throw new IllegalArgumentException("Too long for a QR code: " + text.length() + " characters", e);
        }
    }

    /** One stroke for every run of dark modules in a row. */
    private static String path(ByteMatrix modules) {
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < modules.getHeight(); y++) {
            int x = 0;
            while (x < modules.getWidth()) {
                int start = x;
                while (x < modules.getWidth() && modules.get(x, y) == 1) {
                    x++;
                }
                if (x > start) {
                    path.append('M').append(start + QUIET).append(' ').append(y + QUIET);
                    path.append('h')
                            .append(x - start)
                            .append("v1h")
                            .append(start - x)
                            .append('z');
                }
                x++;
            }
        }
        return path.toString();
    }
}

package org.huiyin.evidence;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;

/** Turns and shrinks pictures; what it paints is sRGB, whatever colours came in. */
final class Canvas {

    private static final int OPAQUE = 0xFF;

    private Canvas() {}

    /** Whether anything shows through; a picture that merely could be clear is not. */
    static boolean hasClearPixels(BufferedImage image) {
        if (!image.getColorModel().hasAlpha()) {
            return false;
        }
        int[] row = new int[image.getWidth()];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, row.length, 1, row, 0, row.length);
            for (int pixel : row) {
                if (pixel >>> 24 != OPAQUE) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The picture turned as the EXIF orientation says, its longer side at most {@code longSide}. */
    static BufferedImage upright(BufferedImage image, int orientation, int longSide, boolean clear) {
        double scale = Math.min(1, (double) longSide / Math.max(image.getWidth(), image.getHeight()));
        int width = shrunk(image.getWidth(), scale);
        int height = shrunk(image.getHeight(), scale);
        boolean lying = orientation >= 5;
        AffineTransform turn = turn(orientation, width, height);
        turn.scale((double) width / image.getWidth(), (double) height / image.getHeight());
        return paint(image, turn, lying ? height : width, lying ? width : height, clear);
    }

    /** The picture with its longer side at most {@code longSide}, halved as often as that takes so that nothing flickers. */
    static BufferedImage within(BufferedImage image, int longSide) {
        double scale = Math.min(1, (double) longSide / Math.max(image.getWidth(), image.getHeight()));
        double step = Math.max(scale, 0.5);
        int width = shrunk(image.getWidth(), step);
        int height = shrunk(image.getHeight(), step);
        AffineTransform shrink = AffineTransform.getScaleInstance(
                (double) width / image.getWidth(), (double) height / image.getHeight());
        BufferedImage smaller =
                paint(image, shrink, width, height, image.getColorModel().hasAlpha());
        return step > scale ? within(smaller, longSide) : smaller;
    }

    private static int shrunk(int side, double scale) {
        return (int) Math.max(1, Math.round(side * scale));
    }

    private static BufferedImage paint(BufferedImage image, AffineTransform how, int width, int height, boolean clear) {
        BufferedImage painted =
                new BufferedImage(width, height, clear ? BufferedImage.TYPE_INT_ARGB : BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = painted.createGraphics();
        brush.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        brush.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        brush.drawImage(image, how, null);
        brush.dispose();
        return painted;
    }

    /** The eight orientations of EXIF 2.32, 4.6.4 A, for a picture of this size before it is turned. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}

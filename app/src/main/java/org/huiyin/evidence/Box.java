package org.huiyin.evidence;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a picture that is made unrecognisable, in thousandths of the picture.
 *
 * @param left from its left edge
 * @param top from its upper edge
 */
public record Box(int left, int top, int width, int height) {

    /** As many as one picture may have. */
    public static final int MOST = 20;

    private static final int WHOLE = 1000;
    private static final int PATCHES = 4;

    public Box {
        if (left < 0 || top < 0 || width < 1 || height < 1 || left > WHOLE - width || top > WHOLE - height) {
            throw new IllegalArgumentException(
                    "Not within the picture: " + left + "," + top + "," + width + "," + height);
        }
    }

    static List<Box> read(String written) {
        return Arrays.stream(written.split(";")).map(Box::one).toList();
    }

    private static Box one(String written) {
        int[] numbers =
                Arrays.stream(written.split(",")).mapToInt(Integer::parseInt).toArray();
        return new Box(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    static String written(List<Box> boxes) {
        return boxes.stream()
                .map(box -> box.left + "," + box.top + "," + box.width + "," + box.height)
                .collect(Collectors.joining(";"));
    }

    /** Paints every box over with sixteen patches of its mean colours: so little is left that nothing can be reckoned back. */
    static BufferedImage over(BufferedImage image, List<Box> boxes) {
        BufferedImage painted = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = painted.createGraphics();
        brush.setColor(Color.WHITE);
        brush.fillRect(0, 0, painted.getWidth(), painted.getHeight());
        brush.drawImage(image, 0, 0, null);
        boxes.forEach(box -> box.paint(painted, brush));
        brush.dispose();
        return painted;
    }

    private void paint(BufferedImage image, Graphics2D brush) {
        for (int row = 0; row < PATCHES; row++) {
            for (int column = 0; column < PATCHES; column++) {
                int x = along(image.getWidth(), left, width, column);
                int y = along(image.getHeight(), top, height, row);
                int right = Math.max(x + 1, along(image.getWidth(), left, width, column + 1));
                int bottom = Math.max(y + 1, along(image.getHeight(), top, height, row + 1));
                right = Math.min(right, image.getWidth());
                bottom = Math.min(bottom, image.getHeight());
                if (x < right && y < bottom) {
                    brush.setColor(mean(image, x, y, right, bottom));
                    brush.fillRect(x, y, right - x, bottom - y);
                }
            }
        }
    }

    private static int along(int side, int from, int length, int patch) {
        return (int) Math.round(side * (from + (double) length * patch / PATCHES) / WHOLE);
    }

    private static Color mean(BufferedImage image, int x, int y, int right, int bottom) {
        long red = 0;
        long green = 0;
        long blue = 0;
        for (int j = y; j < bottom; j++) {
            for (int i = x; i < right; i++) {
                int pixel = image.getRGB(i, j);
                red += pixel >> 16 & 0xFF;
                green += pixel >> 8 & 0xFF;
                blue += pixel & 0xFF;
            }
        }
        int pixels = (right - x) * (bottom - y);
        return new Color((int) (red / pixels), (int) (green / pixels), (int) (blue / pixels));
    }
}

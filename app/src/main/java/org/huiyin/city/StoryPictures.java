package org.huiyin.city;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import javax.imageio.ImageIO;
import org.huiyin.evidence.Attachments;
import org.huiyin.evidence.Held;
import org.huiyin.evidence.Holder;
import org.huiyin.evidence.Upload;
import org.huiyin.org.Actor;

/** The story's evidence: plainly drawn street scenes, a few for all that is raised, handed in like any photograph. */
final class StoryPictures {

    private static final int DIFFERENT = 9;
    private static final int WIDTH = 960;
    private static final int HEIGHT = 640;

    private final Attachments attachments;
    private final Map<Integer, String> known = new HashMap<>();

    StoryPictures(Attachments attachments) {
        this.attachments = attachments;
    }

    /** The id of a picture for this category; it is drawn and handed in the first time it is asked for. */
    String of(String category, Actor actor) {
        return known.computeIfAbsent(Math.floorMod(category.hashCode(), DIFFERENT), which -> handedIn(which, actor));
    }

    private String handedIn(int which, Actor actor) {
        Upload upload = Upload.of("现场照片.png", drawn(which * 7919));
        return switch (attachments.take(Holder.of(actor), java.util.List.of(), java.util.List.of(upload))) {
            case Held.Kept kept -> kept.ids().getFirst();
            case Held.Refused refused -> throw new IllegalStateException("the story's picture was refused: " + refused);
        };
    }

    private static byte[] drawn(int seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        fill(pen, new Color(0xdfe8ea), 0, 0, WIDTH, 420);
        for (int x = -20; x < WIDTH; x += 110 + random.nextInt(40)) {
            int height = 120 + random.nextInt(220);
            fill(pen, new Color(150 + random.nextInt(40), 160 + random.nextInt(30), 160), x, 420 - height, 100, height);
            windows(pen, x, 420 - height, height);
        }
        fill(pen, new Color(0x6f7a78), 0, 420, WIDTH, 150);
        fill(pen, new Color(0xb9b2a4), 0, 570, WIDTH, 70);
        pen.setColor(new Color(0xf4f1ea));
        pen.setStroke(new BasicStroke(8, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, new float[] {60, 40}, 0));
        pen.drawLine(0, 495, WIDTH, 495);
        int lamp = 120 + random.nextInt(700);
        fill(pen, new Color(0x3c4745), lamp, 220, 10, 350);
        fill(pen, new Color(0xa86400), lamp - 50, 212, 70, 14);
        pen.dispose();
        return png(image);
    }

    private static void windows(Graphics2D pen, int x, int y, int height) {
        for (int row = 16; row < height - 24; row += 34) {
            for (int column = 12; column < 88; column += 28) {
                fill(pen, new Color(0xeef3f2), x + column, y + row, 16, 18);
            }
        }
    }

    private static void fill(Graphics2D pen, Color color, int x, int y, int width, int height) {
        pen.setColor(color);
        pen.fillRect(x, y, width, height);
    }

    private static byte[] png(BufferedImage image) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(image, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

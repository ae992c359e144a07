package org.huiyin.publicity;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.GraphicsEnvironment;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The picture other sites and messengers show beside a link to the board (Open Graph, 1200 × 630). Words are drawn only in a font that has every
 * sign of them; where the machine has none, the picture shows the mark and the figures and no empty boxes.
 */
@Component
class CardPicture {

    private static final Logger log = LoggerFactory.getLogger(CardPicture.class);
    private static final int WIDTH = 1200;
    private static final int HEIGHT = 630;
    private static final int MARGIN = 80;
    private static final int LINES = 3;
    private static final Color PAPER = new Color(0xFBFAF7);
    private static final Color INK = new Color(0x17211F);
    private static final Color PINE = new Color(0x0F5C4D);
    private static final Color MUTED = new Color(0x5C6663);
    private static final List<String> PREFERRED = List.of(
            "Noto Sans CJK SC",
            "Noto Sans SC",
            "Source Han Sans SC",
            "WenQuanYi Micro Hei",
            "PingFang SC",
            "Microsoft YaHei");

    /** A figure and what it counts. */
    record Figure(String number, String name) {}

    /** The picture of a title with a line beneath and figures at the foot. */
    byte[] draw(String title, String beneath, List<Figure> figures) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setColor(PAPER);
        g.fillRect(0, 0, WIDTH, HEIGHT);
        mark(g);
        words(g, title, beneath, figures);
        g.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** 回, which needs no font: a square within a square. */
    private static void mark(Graphics2D g) {
        g.setColor(PINE);
        g.setStroke(new BasicStroke(12));
        g.draw(new RoundRectangle2D.Double(MARGIN, MARGIN, 108, 108, 28, 28));
        g.fill(new RoundRectangle2D.Double(MARGIN + 34, MARGIN + 34, 40, 40, 12, 12));
    }

    private static void words(Graphics2D g, String title, String beneath, List<Figure> figures) {
        font(title, Font.BOLD, 56).ifPresent(font -> {
            g.setFont(font);
            g.setColor(INK);
            int y = 290;
            for (String line : lines(g, title)) {
                g.drawString(line, MARGIN, y);
                y += 72;
            }
        });
        font(beneath, Font.PLAIN, 30).ifPresent(font -> {
            g.setFont(font);
            g.setColor(MUTED);
            g.drawString(fitting(g, beneath, WIDTH - 2 * MARGIN - 150), MARGIN + 150, MARGIN + 66);
        });
        int x = MARGIN;
        for (Figure figure : figures) {
            x += figure(g, figure, x);
        }
    }

    private static int figure(Graphics2D g, Figure figure, int x) {
        Optional<Font> large = font(figure.number(), Font.BOLD, 64);
        if (large.isEmpty()) {
            return 0;
        }
        g.setFont(large.get());
        g.setColor(PINE);
        g.drawString(figure.number(), x, HEIGHT - 110);
        int width = g.getFontMetrics().stringWidth(figure.number());
        Optional<Font> small = font(figure.name(), Font.PLAIN, 28);
        if (small.isPresent()) {
            g.setFont(small.get());
            g.setColor(MUTED);
            g.drawString(figure.name(), x, HEIGHT - 66);
            width = Math.max(width, g.getFontMetrics().stringWidth(figure.name()));
        }
        return width + 64;
    }

    /** Lines that fit, three at most; Chinese breaks anywhere, other words at blanks. */
    private static List<String> lines(Graphics2D g, String text) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (!rest.isEmpty() && lines.size() < LINES) {
            boolean last = lines.size() == LINES - 1;
            String line = last ? fitting(g, rest, WIDTH - 2 * MARGIN) : beginning(g, rest);
            lines.add(line.strip());
            rest = last ? "" : rest.substring(line.length());
        }
        return lines;
    }

    private static String beginning(Graphics2D g, String text) {
        int end = text.length();
        while (end > 1 && g.getFontMetrics().stringWidth(text.substring(0, end)) > WIDTH - 2 * MARGIN) {
            end = text.offsetByCodePoints(end, -1);
        }
        int blank = text.lastIndexOf(' ', end - 1);
        boolean cutsWord =
                end < text.length() && text.charAt(end) < 0x2E80 && text.charAt(end) != ' ' && blank > end / 2;
        return text.substring(0, cutsWord ? blank + 1 : end);
    }

    private static String fitting(Graphics2D g, String text, int width) {
        String whole = text;
        String shown = text;
        while (g.getFontMetrics().stringWidth(shown) > width && !whole.isEmpty()) {
            whole = whole.substring(0, whole.offsetByCodePoints(whole.length(), -1));
            shown = whole + "…";
        }
        return shown;
    }

    /** A font of the machine that has every sign of the text; empty when there is none. */
    static Optional<Font> font(String text, int style, int size) {
        try {
            List<String> families = new ArrayList<>(PREFERRED);
            families.addAll(Arrays.asList(
                    GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
            return families.stream()
                    .map(family -> new Font(family, style, size))
                    .filter(font -> font.canDisplayUpTo(text) < 0)
                    .findFirst();
        } catch (RuntimeException | Error e) { // without any font Java says so by an error
            log.debug("This machine draws no words: {}", e.toString());
            return Optional.empty();
        }
    }
}

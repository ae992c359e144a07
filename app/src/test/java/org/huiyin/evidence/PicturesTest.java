package org.huiyin.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import javax.imageio.ImageIO;
import org.huiyin.evidence.Attachment.Pixels;
import org.huiyin.evidence.Pictures.Painted;
import org.huiyin.evidence.UploadRefusal.Reason;
import org.junit.jupiter.api.Test;

class PicturesTest {

    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");

    private final Pictures pictures = new Pictures(40);

    @Test
    void a_photo_is_kept_in_three_sizes() throws Exception {
        Painted painted = pictures.paint(Samples.jpeg(4000, 3000), FileType.JPEG, 1);

        assertThat(painted.pixels()).isEqualTo(new Pixels(2560, 1920));
        assertThat(size(painted, Rendition.WHOLE)).isEqualTo(new Pixels(2560, 1920));
        assertThat(size(painted, Rendition.PREVIEW)).isEqualTo(new Pixels(960, 720));
        assertThat(size(painted, Rendition.THUMB)).isEqualTo(new Pixels(320, 240));
    }

    @Test
    void a_small_photo_is_not_blown_up() throws Exception {
        Painted painted = pictures.paint(Samples.jpeg(200, 100), FileType.JPEG, 1);

        assertThat(painted.type()).isEqualTo(FileType.JPEG);
        assertThat(size(painted, Rendition.THUMB)).isEqualTo(new Pixels(200, 100));
    }

    @Test
    void every_orientation_comes_out_as_the_camera_saw_it() throws Exception {
        String[] expected = {"RGBW", "GRWB", "WBGR", "BWRG", "RBGW", "BRWG", "WGBR", "GWRB"};

        for (int orientation = 1; orientation <= 8; orientation++) {
            Painted painted = pictures.paint(Samples.jpeg(80, 40), FileType.JPEG, orientation);

            assertThat(corners(image(painted, Rendition.WHOLE)))
                    .as("orientation " + orientation)
                    .isEqualTo(expected[orientation - 1]);
            assertThat(painted.pixels()).isEqualTo(orientation < 5 ? new Pixels(80, 40) : new Pixels(40, 80));
        }
    }

    @Test
    void nothing_of_the_camera_notes_and_the_tail_is_left() throws Exception {
        byte[] sent =
                Samples.joined(Samples.withExif(Samples.jpeg(900, 900), 6), Samples.text("<script>alert(1)</script>"));

        Painted painted = pictures.paint(sent, FileType.JPEG, 6);

        for (Rendition rendition : Rendition.values()) {
            String bytes = new String(painted.bytes(rendition), StandardCharsets.ISO_8859_1);
            assertThat(bytes).doesNotContain("Exif", "2026:03:01", "script");
            assertThat(CameraNotes.read(painted.bytes(rendition), NOW)).isEqualTo(CameraNotes.NONE);
        }
    }

    @Test
    void clear_pictures_stay_png_and_large_opaque_ones_become_jpeg() throws Exception {
        BufferedImage clear = new BufferedImage(1200, 900, BufferedImage.TYPE_INT_ARGB);
        BufferedImage filled = Samples.fields(1200, 900, BufferedImage.TYPE_INT_ARGB);

        assertThat(type(Samples.encoded(clear, "png"))).isEqualTo(FileType.PNG);
        assertThat(type(Samples.encoded(filled, "png"))).isEqualTo(FileType.JPEG);
        assertThat(type(Samples.png(300, 300))).isEqualTo(FileType.PNG);
    }

    @Test
    void of_a_gif_the_first_picture_is_kept() throws Exception {
        byte[] gif = Samples.encoded(Samples.fields(90, 60, BufferedImage.TYPE_BYTE_INDEXED), "gif");

        Painted painted = pictures.paint(gif, FileType.GIF, 1);

        assertThat(painted.type()).isEqualTo(FileType.PNG);
        assertThat(corners(image(painted, Rendition.WHOLE))).isEqualTo("RGBW");
    }

    @Test
    void thirty_thousand_pixels_square_are_refused_before_any_is_decoded() {
        Unacceptable refused = refused(Samples.pngClaiming(30_000, 30_000), FileType.PNG);

        assertThat(refused.of("a.png"))
                .isEqualTo(new UploadRefusal(Reason.TOO_MANY_PIXELS, "a.png", "30000", "30000", "40"));
    }

    @Test
    void a_picture_cut_short_anywhere_is_refused() {
        for (double share : new double[] {0.02, 0.3, 0.6, 0.999}) {
            assertThat(refused(Samples.firstPart(Samples.jpeg(800, 600), share), FileType.JPEG)
                            .reason())
                    .isEqualTo(Reason.DAMAGED);
            assertThat(refused(Samples.firstPart(Samples.png(800, 600), share), FileType.PNG)
                            .reason())
                    .isEqualTo(Reason.DAMAGED);
        }
    }

    @Test
    void a_picture_that_makes_the_decoder_pass_over_it_again_and_again_is_refused() throws Exception {
        JpegScan.check(passes(20));

        assertThat(catchThrowableOfType(Unacceptable.class, () -> JpegScan.check(passes(21))))
                .isNotNull();
    }

    private static byte[] passes(int count) {
        byte[] file = {(byte) 0xFF, (byte) 0xD8};
        byte[] pass = {(byte) 0xFF, (byte) 0xDA, 0, 2, 7};
        for (int i = 0; i < count; i++) {
            file = Samples.joined(file, pass);
        }
        return Samples.joined(file, new byte[] {(byte) 0xFF, (byte) 0xD9});
    }

    @Test
    void a_text_chunk_that_would_unpack_to_gigabytes_is_not_even_looked_at() throws Exception {
        byte[] png = Samples.png(40, 40);
        byte[] bomb = Samples.chunk("zTXt", new byte[1000]);
        byte[] sent = Samples.joined(Arrays.copyOf(png, 33), bomb, Arrays.copyOfRange(png, 33, png.length));

        assertThat(PngScan.essential(sent)).isEqualTo(png);
    }

    /** Seeded trials: whatever forged bytes do to the decoders, the answer is a picture or a refusal. */
    @Test
    void garbled_pictures_are_painted_or_refused_and_never_a_fault() throws Exception {
        Random random = new Random(20260303);
        byte[][] samples = {
            Samples.withExif(Samples.jpeg(64, 48), 3),
            Samples.encoded(Samples.fields(64, 48, BufferedImage.TYPE_BYTE_INDEXED), "gif"),
            Samples.png(64, 48)
        };
        FileType[] types = {FileType.JPEG, FileType.GIF, FileType.PNG};
        int refused = 0;
        for (int trial = 0; trial < 600; trial++) {
            byte[] sent = samples[trial % 3].clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                sent[random.nextInt(sent.length)] = (byte) random.nextInt();
            }
            CameraNotes.read(sent, NOW);
            try {
                pictures.paint(sent, types[trial % 3], 1);
            } catch (Unacceptable e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(1, 599);
    }

    private FileType type(byte[] png) throws Unacceptable, IOException {
        return pictures.paint(png, FileType.PNG, 1).type();
    }

    private Unacceptable refused(byte[] file, FileType type) {
        return Objects.requireNonNull(
                catchThrowableOfType(Unacceptable.class, () -> pictures.paint(file, type, 1)), "it was not refused");
    }

    private static BufferedImage image(Painted painted, Rendition rendition) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(painted.bytes(rendition)));
    }

    private static Pixels size(Painted painted, Rendition rendition) throws IOException {
        BufferedImage image = image(painted, rendition);
        return new Pixels(image.getWidth(), image.getHeight());
    }

    private static String corners(BufferedImage image) {
        int right = image.getWidth() - 4;
        int bottom = image.getHeight() - 4;
        return colour(image, 3, 3) + colour(image, right, 3) + colour(image, 3, bottom) + colour(image, right, bottom);
    }

    private static String colour(BufferedImage image, int x, int y) {
        Color seen = new Color(image.getRGB(x, y));
        boolean red = seen.getRed() > 128;
        boolean green = seen.getGreen() > 128;
        boolean blue = seen.getBlue() > 128;
        return red && green && blue ? "W" : red ? "R" : green ? "G" : blue ? "B" : "?";
    }
}

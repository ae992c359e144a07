package org.huiyin.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class BlurTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);

    @Test
    void the_public_gets_the_blurred_picture_in_every_size_and_staff_the_original() throws IOException {
        String number = answered();
        Visitor anybody = Visitor.to(app);
        Visitor handler = Visitor.signedIn(app, "chengguan");
        String picture = picture(anybody.get("/m/" + number).body());
        String page = "/desk" + picture + "/blur";
        assertThat(stripes(anybody.bytes(picture).body())).isGreaterThan(200);

        var saved = handler.post(page, page, Map.of("left", "0", "top", "0", "width", "50", "height", "100"));

        assertThat(saved.statusCode()).isEqualTo(303);
        for (String size : new String[] {"", "/preview", "/thumb"}) {
            assertThat(stripes(anybody.bytes(picture + size).body())).as(size).isLessThan(60);
            assertThat(stripes(anybody.bytes("/api/v1" + picture + size).body()))
                    .isLessThan(60);
            assertThat(stripes(handler.bytes(picture + size).body())).as(size).isGreaterThan(200);
        }
        handler.post(page, page, Map.of("left", "", "top", "", "width", "", "height", ""));
        assertThat(stripes(anybody.bytes(picture).body())).isGreaterThan(200);
    }

    @Test
    void boxes_outside_the_picture_and_strangers_are_refused() {
        String number = answered();
        Visitor handler = Visitor.signedIn(app, "chengguan");
        String page = "/desk" + picture(Visitor.to(app).get("/m/" + number).body()) + "/blur";

        for (Map<String, String> box : java.util.List.of(
                Map.of("left", "60", "top", "0", "width", "50", "height", "10"),
                Map.of("left", "-1", "top", "0", "width", "5", "height", "10"),
                Map.of("left", "NaN", "top", "0", "width", "5", "height", "10"),
                Map.of("left", "1", "top", "0", "width", "0", "height", "10"),
                Map.of("left", "1", "top", "1", "width", "1"))) {
            assertThat(handler.post(page, page, box).statusCode())
                    .as(box.toString())
                    .isEqualTo(422);
        }
        assertThat(Visitor.signedIn(app, "shuiwu").get(page).statusCode()).isEqualTo(404);
        assertThat(Visitor.signedIn(app, "zhujian").get(page).statusCode()).isEqualTo(404);
        assertThat(handler.get("/desk/attachments/none/blur").statusCode()).isEqualTo(404);
    }

    private String answered() {
        String number = handling.raise(Map.of()).number();
        handling.dispatch(number);
        Caller handler = Caller.of(app, "chengguan");
        Map<String, Object> words = Map.of("answer", "路灯线路已更换，照片附后。", "outcome", "solved");
        handler.step(number, "sign", Map.of());
        handler.step(number, "contact", Map.of("means", "phone"));
        handler.step(number, "conclude", words, handler.upload("灯.png", striped()));
        Caller.of(app, "chengguan-head").step(number, "review", Map.of("verdict", "pass"));
        handler.step(number, "answer", words);
        return number;
    }

    private static String picture(String page) {
        Matcher found = Pattern.compile("href=\"(/attachments/[0-9a-f-]{36})\"").matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    /** Upright stripes, black and white. */
    private static byte[] striped() {
        BufferedImage image = new BufferedImage(1600, 400, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, (x / 100 % 2 == 0 ? Color.BLACK : Color.WHITE).getRGB());
            }
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** How far apart the lightest and the darkest point of the left half are. */
    private static int stripes(byte[] picture) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(picture));
        int least = 255;
        int most = 0;
        for (int x = 0; x < image.getWidth() / 2 - 4; x++) {
            int green = image.getRGB(x, image.getHeight() / 2 + 3) >> 8 & 0xFF;
            least = Math.min(least, green);
            most = Math.max(most, green);
        }
        return most - least;
    }
}

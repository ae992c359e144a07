package org.huiyin.testing;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.ImageIO;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.testing.Caller.Answer;

/** Brings matters of the demonstration city as far as a test needs them, each step by the person who may take it. */
public final class Handling {

    /** A community of Chaoyang street in Shashi district. */
    public static final String PLACE = "421002005001";

    private static final String ANSWER = "路灯线路已更换，10盏路灯全部恢复照明，照片附后。";

    private final TestApp app;

    public Handling(TestApp app) {
        this.app = app;
    }

    /** A matter that was just raised. */
    public record Raised(String number, String code) {}

    public Raised raise(String title) {
        return raise(Map.of("title", title));
    }

    public Raised raise(Map<String, ?> changed) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "title", "园林路路灯连续三晚不亮",
                "description", "园林路与白云路交叉口东侧，路灯连续三晚不亮，老人走路摔倒过。我叫王小明，电话13812345678。",
                "place", PLACE,
                "where", "白云路口东50米",
                "category", "roads",
                "kind", "help"));
        fields.putAll(changed);
        Answer answer = Caller.nobody(app).raise(fields);
        return new Raised(done(answer).text("number"), answer.text("queryCode"));
    }

    /** To the city's urban management bureau. */
    public void dispatch(String number) {
        done(Caller.of(app, "chaoyang")
                .step(
                        number,
                        "dispatch",
                        Map.of("lead", unit("jz-cg"), "kind", "help", "category", "roads", "urgency", "normal")));
    }

    /** Signed for, concluded with a photo, reviewed and answered. */
    public void answer(String number) {
        dispatch(number);
        Caller handler = Caller.of(app, "chengguan");
        Map<String, Object> words = Map.of("answer", ANSWER, "outcome", "solved");
        done(handler.step(number, "sign", Map.of()));
        done(handler.step(number, "contact", Map.of("means", "phone")));
        done(handler.step(number, "conclude", words, handler.upload("灯.jpg", photo())));
        done(Caller.of(app, "chengguan-head").step(number, "review", Map.of("verdict", "pass")));
        done(handler.step(number, "answer", words));
    }

    public int unit(String code) {
        return app.bean(Organisation.class).units().find(code).map(Unit::id).orElseThrow();
    }

    public static byte[] photo() {
        BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                image.setRGB(x, y, new Color(40 + y / 4, 60 + x / 8, 110).getRGB());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Answer done(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("not done: " + answer);
        }
        return answer;
    }
}

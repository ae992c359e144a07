package org.huiyin.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Caller.Answer;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusedTest {

    private final TestApp app = TestApp.start();
    private final Handling handling = new Handling(app);
    private final Caller supervisor = Caller.of(app, "duban");

    @ParameterizedTest
    @CsvSource({
        "http://127.0.0.1:8080/hook, not-encrypted",
        "https://127.0.0.1/hook, inside",
        "https://localhost/hook, inside",
        "https://10.0.0.8/hook, inside",
        "https://169.254.169.254/latest, inside",
        "https://[::1]/hook, inside",
        "http://203.0.112.1/hook, not-encrypted",
        "https://user:pass@example.org/hook, no-web-address",
        "ftp://example.org/hook, no-web-address",
        "not an address, no-web-address",
        "https://203.0.112.1:22/hook, port",
    })
    void addresses_inside_and_unsafe_ones_are_refused(String url, String reason) {
        Answer refused = supervisor.post("/api/v1/webhooks", Map.of("name", "测试", "url", url), Caller.key());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).isEqualTo("/problems/webhook-wrong");
        assertThat(refused.text("reason")).isEqualTo(reason);
    }

    @Test
    void unknown_steps_and_foreign_units_are_refused() {
        assertThat(supervisor
                        .post("/api/v1/webhooks", wanted("steps", List.of("dance")), Caller.key())
                        .text("reason"))
                .isEqualTo("steps");
        assertThat(Caller.of(app, "shuiwu")
                        .post("/api/v1/webhooks", wanted("units", List.of(handling.unit("jz-cg"))), Caller.key())
                        .text("reason"))
                .isEqualTo("units");
    }

    @Test
    void signatures_are_those_of_the_specification() {
        Secret known = new Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(known.sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    private static Map<String, Object> wanted(String member, Object value) {
        return Map.of("name", "测试", "url", "http://127.0.0.2:9/hook", member, value);
    }
}

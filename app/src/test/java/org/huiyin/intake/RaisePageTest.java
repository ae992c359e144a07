package org.huiyin.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class RaisePageTest {

    private static final Pattern KEY = Pattern.compile("name=\"key\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("ticket-code\">([^<]+)<");

    private final TestApp app = TestApp.start();
    private final Visitor visitor = Visitor.to(app);

    @Test
    void a_resident_raises_a_matter_and_gets_number_and_code() {
        HttpResponse<String> handedIn = raise(Map.of());

        assertThat(handedIn.statusCode()).isEqualTo(303);
        assertThat(Visitor.location(handedIn)).matches("/m/2026[0-9]{8}/receipt");
        String receipt = visitor.get(Visitor.location(handedIn)).body();
        assertThat(receipt).contains("收到了").contains("前派给承办单位").contains("<path d=\"M");
        assertThat(CODE.matcher(receipt).find()).isTrue();
    }

    private HttpResponse<String> raise(Map<String, String> changed) {
        Matcher key = KEY.matcher(visitor.get("/raise").body());
        assertThat(key.find()).isTrue();
        Map<String, String> fields = new HashMap<>(Map.of(
                "title", "红星路口路灯不亮",
                "description", "连续三晚不亮，老人摔倒过。",
                "place", "421002005001",
                "key", key.group(1)));
        fields.putAll(changed);
        return visitor.post("/raise", "/raise", fields);
    }
}

package org.huiyin.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.testing.Caller;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.api.Test;

class KeysPageTest {

    private static final Pattern SECRET = Pattern.compile("hyk_[0-9a-z]{8}_[0-9A-Za-z]{32}");
    private static final Pattern POST = Pattern.compile("name=\"post\" value=\"(\\d+)\"");

    private final TestApp app = TestApp.start();
    private final Visitor admin = Visitor.signedIn(app, "admin");

    @Test
    void a_key_is_made_for_a_post_shown_once_and_revoked() {
        HttpResponse<String> made = make(Map.of("name", "12345热线平台", "scope", "matters.read"), UUID.randomUUID());
        assertThat(made.statusCode()).isEqualTo(201);
        String key = secret(made.body());
        assertThat(Caller.bearing(app, key).get("/api/v1/me").text("role")).isEqualTo("DISPATCHER");

        String list = admin.get("/admin/keys").body();
        assertThat(list)
                .contains("12345热线平台", "hyk_" + key.substring(4, 12), "matters.read")
                .doesNotContain(key);

        HttpResponse<String> revoked =
                admin.post("/admin/keys", "/admin/keys/" + key.substring(4, 12) + "/revocation", Map.of());

        assertThat(Visitor.location(revoked)).isEqualTo("/admin/keys");
        assertThat(Caller.bearing(app, key).get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void sending_the_form_twice_makes_one_key() {
        UUID form = UUID.randomUUID();

        HttpResponse<String> first = make(Map.of("name", "一次", "scope", "inbox"), form);
        HttpResponse<String> second = make(Map.of("name", "一次", "scope", "inbox"), form);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(409);
    }

    @Test
    void what_is_wrong_with_a_form_is_said_and_nothing_is_lost() {
        HttpResponse<String> none = make(Map.of("name", "没有权限"), UUID.randomUUID());
        HttpResponse<String> odd = make(Map.of("name", "怪", "scope", "everything"), UUID.randomUUID());
        HttpResponse<String> late = make(Map.of("name", "久", "scope", "inbox", "days", "5000"), UUID.randomUUID());
        HttpResponse<String> nobody =
                make(Map.of("name", "谁", "scope", "inbox", "post", "99999999"), UUID.randomUUID());

        assertThat(none.statusCode()).isEqualTo(422);
        assertThat(none.body()).contains("请至少勾选一项权限", "没有权限");
        assertThat(odd.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("1 到 1,096 之间");
        assertThat(nobody.body()).contains("请选择密钥所属的岗位");
    }

    private HttpResponse<String> make(Map<String, String> changed, UUID form) {
        String page = admin.get("/admin/keys?who=chaoyang").body();
        Matcher post = POST.matcher(page);
        assertThat(post.find()).isTrue();
        Map<String, String> fields = new LinkedHashMap<>(
                Map.of("who", "chaoyang", "post", post.group(1), "days", "30", "form", form.toString()));
        fields.putAll(changed);
        return admin.post("/admin/keys?who=chaoyang", "/admin/keys", fields);
    }

    private static String secret(String body) {
        Matcher found = SECRET.matcher(body);
        assertThat(found.find()).isTrue();
        return found.group();
    }
}

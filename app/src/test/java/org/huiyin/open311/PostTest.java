package org.huiyin.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.huiyin.key.Scope;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.testing.Caller;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PostTest {

    private static final String REQUESTS = "/open311/v2/requests.json";

    private final TestApp app = TestApp.start();
    private final Civic civic = new Civic(app);
    private final MatterLookup lookup = app.bean(MatterLookup.class);

    @Test
    void what_is_posted_is_raised_like_any_matter() {
        JsonNode answer = posted(Map.of(
                "address_string", "荆州市沙市区朝阳街道园林路5号",
                "description", "园林路路灯不亮。老人走路摔倒过，电话13812345678。",
                "first_name", "小明",
                "last_name", "王",
                "phone", "13812345678",
                "email", "wang@example.org",
                "attribute[kind]", "help"));
        Matter matter = matter(answer);

        assertThat(answer.path("service_notice").asString("")).contains("查询码", "/m/" + matter.number());
        assertThat(answer.path("account_id").isNull()).isTrue();
        assertThat(matter.title()).isEqualTo("园林路路灯不亮");
        assertThat(matter.category()).isEqualTo("roads");
        assertThat(matter.kind()).isEqualTo("help");
        assertThat(matter.place()).isEqualTo("421002005");
        assertThat(matter.state()).isEqualTo("raised");
        var step = lookup.history(matter.number()).getFirst();
        assertThat(step.fields())
                .containsEntry("where", "荆州市沙市区朝阳街道园林路5号")
                .containsEntry("channel", "imported")
                .doesNotContainKeys("raiser-name", "raiser-phone", "raiser-email");
        assertThat(lookup.unsealed(matter.number()).get(1))
                .containsEntry("raiser-name", "王小明")
                .containsEntry("raiser-phone", "13812345678")
                .containsEntry("raiser-email", "wang@example.org");
        assertThat(civic.get("/open311/v2/requests/" + matter.number() + ".json")
                        .body())
                .doesNotContain("13812345678", "王小明", "wang@example.org", "园林路5号");
    }

    @Test
    void the_code_in_the_notice_opens_the_matter_to_its_raiser() {
        JsonNode answer = posted(Map.of("address_id", Handling.PLACE, "description", "井盖松动"));
        String code = answer.path("service_notice").asString("").replaceAll(".*查询码 ([0-9A-Z]{8}).*", "$1");
        String number = answer.path("service_request_id").asString("");

        Caller nobody = Caller.nobody(app);
        var shown = nobody.send(nobody.request("/api/v1/matters/" + number).header("Query-Code", code));

        assertThat(shown.body().path("open").toString()).contains("withdraw");
    }

    @Test
    void a_position_finds_its_community() {
        Matter matter = matter(posted(Map.of("lat", "30.3214", "long", "112.2532", "description", "路面塌陷，有坑")));

        assertThat(matter.place()).startsWith("4210");
        assertThat(lookup.history(matter.number()).getFirst().fields())
                .containsEntry("position", "30.321400,112.253200");
    }

    @Test
    void the_same_form_sent_again_on_the_same_day_is_one_request() {
        Map<String, String> form = Map.of("address_id", Handling.PLACE, "description", "同一张表单发两次");

        JsonNode first = posted(form);
        JsonNode second = posted(form);

        assertThat(second.path("service_request_id")).isEqualTo(first.path("service_request_id"));
    }

    @Test
    void xml_is_answered_to_xml() throws Exception {
        Map<String, String> form = form(Map.of("address_id", Handling.PLACE, "description", "窨井盖丢失"));

        Document answer = Open311Test.xml(civic.post("/open311/v2/requests.xml", form));

        assertThat(answer.getDocumentElement().getTagName()).isEqualTo("service_requests");
        assertThat(answer.getElementsByTagName("service_request_id").item(0).getTextContent())
                .matches("\\d{12}");
        assertThat(answer.getElementsByTagName("token").getLength()).isZero();
    }

    @Test
    void a_picture_is_fetched_and_handed_in_without_its_notes() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.2", 0), 0);
        server.createContext("/lamp.jpg", exchange -> {
            byte[] picture = Handling.photo();
            exchange.sendResponseHeaders(200, picture.length);
            exchange.getResponseBody().write(picture);
            exchange.close();
        });
        server.start();
        try {
            String base = "http://127.0.0.2:" + server.getAddress().getPort();
            Matter with = matter(posted(
                    Map.of("address_id", Handling.PLACE, "description", "路灯杆倒了", "media_url", base + "/lamp.jpg")));
            JsonNode without = posted(
                    Map.of("address_id", Handling.PLACE, "description", "路灯杆歪了", "media_url", base + "/gone.jpg"));
            JsonNode inside = posted(Map.of(
                    "address_id",
                    Handling.PLACE,
                    "description",
                    "路灯杆锈了",
                    "media_url",
                    "http://127.0.0.1:" + server.getAddress().getPort() + "/lamp.jpg"));

            assertThat(lookup.history(with.number()).getFirst().evidence()).hasSize(1);
            assertThat(without.path("service_notice").asString("")).contains("照片没有取到", "对方答复 404");
            assertThat(inside.path("service_notice").asString("")).contains("照片没有取到", "地址在内网");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_post_without_a_fitting_key_is_403_and_stores_nothing() {
        for (String key : new String[] {"", "xyz", civic.key(Scope.MATTERS_READ)}) {
            HttpResponse<String> answer = civic.post(
                    REQUESTS,
                    Map.of(
                            "api_key",
                            key,
                            "service_code",
                            "roads",
                            "address_id",
                            Handling.PLACE,
                            "description",
                            "无钥匙"));

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(JsonMapper.shared()
                            .readTree(answer.body())
                            .path(0)
                            .path("code")
                            .asInt())
                    .isEqualTo(403);
        }
        assertThat(civic.get("/open311/v2/requests.json").body()).doesNotContain("无钥匙");
    }

    @Test
    void a_key_in_the_address_is_refused() {
        HttpResponse<String> answer = civic.post(
                REQUESTS + "?api_key=" + civic.key,
                Map.of("service_code", "roads", "address_id", Handling.PLACE, "description", "钥匙在网址里"));

        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "service_code=roads | 400 | 没有写地点",
                "address_id=421002005001 | 400 | 没有写 service_code",
                "service_code=dragons&address_id=421002005001 | 404 | dragons",
                "service_code=roads&lat=30.3 | 400 | long",
                "service_code=roads&lat=abc&long=112 | 400 | lat",
                "service_code=roads&lat=-89&long=12 | 400 | 不在本市范围内",
                "service_code=roads&address_id=999999 | 400 | 999999",
                "service_code=roads&address_id=421002005001&attribute[kind]=dance | 400 | kind",
                "service_code=roads&address_id=421002005001&attribute[colour]=red | 400 | colour",
                "service_code=roads&address_id=421002005001&phone=abc | 400 | raiser-phone",
            })
    void what_is_wrong_with_a_form_is_said(String body, int status, String said) {
        HttpResponse<String> answer =
                civic.post(REQUESTS, "application/x-www-form-urlencoded", body + "&api_key=" + civic.key);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text/xml | <?xml version=\"1.0\"?><!DOCTYPE b [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]><request>&b;</request>",
                "application/xml | <!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
                "application/json | {\"service_code\":\"roads\"}",
                "multipart/form-data; boundary=x | --x--",
            })
    void anything_but_a_form_is_refused_unread(String type, String body) {
        HttpResponse<String> answer = civic.post("/open311/v2/requests.xml", type, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("<errors>", "application/x-www-form-urlencoded")
                .doesNotContain("root:", "haha");
    }

    @Test
    void bytes_that_are_no_text_are_refused_in_the_format_asked_for() {
        HttpResponse<String> answer =
                civic.post(REQUESTS, "application/x-www-form-urlencoded", "description=%ff%fe&api_key=" + civic.key);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(JsonMapper.shared()
                        .readTree(answer.body())
                        .path(0)
                        .path("description")
                        .asString(""))
                .isNotBlank();
    }

    @Test
    void nothing_that_was_posted_stays_behind_unsealed() {
        JsonNode answer = posted(Map.of("address_id", Handling.PLACE, "description", "封存检查", "phone", "13900001111"));

        String row = app.bean(JdbcClient.class)
                .sql("select r::text from open311_report r where matter_id = :id")
                .param("id", matter(answer).id())
                .query(String.class)
                .single();

        assertThat(row).doesNotContain("13900001111", "封存检查");
    }

    private JsonNode posted(Map<String, String> fields) {
        HttpResponse<String> answer = civic.post(REQUESTS, form(fields));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode row = JsonMapper.shared().readTree(answer.body()).path(0);
        assertThat(row.has("token")).isFalse();
        return row;
    }

    private Map<String, String> form(Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(Map.of("api_key", civic.key, "service_code", "roads"));
        form.putAll(fields);
        return form;
    }

    private Matter matter(JsonNode answer) {
        return lookup.find(MatterNumber.parse(answer.path("service_request_id").asString("")))
                .orElseThrow();
    }
}

package org.huiyin.open311;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.huiyin.testing.Handling;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.TestClock;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class Open311Test {

    private static final Path SCHEMAS = Path.of("../../shared/data/open311/json-schema");

    // A city of its own: others raise thousands of matters and move the clock, and lists by time end at a thousand.
    private static final TestApp APP = TestApp.another(TestClock.at("2026-03-03T09:00"));

    private final TestApp app = APP;
    private final Civic civic = new Civic(app);
    private final Handling handling = new Handling(app);

    @Test
    void discovery_names_the_endpoint_in_both_formats() throws Exception {
        JsonNode json = civic.json("/open311/discovery.json");
        Document xml = xml(civic.get("/open311/discovery.xml"));

        assertThat(json.path("endpoints").path(0).path("specification").asString(""))
                .isEqualTo("http://wiki.open311.org/GeoReport_v2");
        assertThat(json.path("endpoints").path(0).path("formats").toString())
                .isEqualTo("[\"text/xml\",\"application/json\"]");
        assertThat(json.path("key_service").asString("")).contains("/developers");
        assertThat(xml.getElementsByTagName("format").getLength()).isEqualTo(2);
        assertThat(xml.getElementsByTagName("url").item(0).getTextContent())
                .isEqualTo(json.path("endpoints").path(0).path("url").asString(""))
                .endsWith("/open311/v2");
    }

    @Test
    void every_category_is_a_service_with_a_definition() throws Exception {
        JsonNode services = civic.json("/open311/v2/services.json");
        JsonNode definition = civic.json("/open311/v2/services/roads.json");
        Document xml = xml(civic.get("/open311/v2/services/roads.xml"));

        assertThat(services.size()).isGreaterThan(20);
        assertThat(services.findValuesAsString("service_code")).contains("roads", "drainage");
        assertThat(services.path(0).path("metadata").asBoolean()).isTrue();
        assertThat(services.path(0).path("type").asString("")).isEqualTo("realtime");
        assertThat(definition.path("attributes").findValuesAsString("code"))
                .contains("title", "kind", "confidential", "complained-of")
                .doesNotContain(
                        "raiser-name", "raiser-phone", "raiser-email", "place", "where", "description", "reference");
        assertThat(definition.path("attributes").findValuesAsString("order")).doesNotHaveDuplicates();
        assertThat(xml.getElementsByTagName("attribute").getLength())
                .isEqualTo(definition.path("attributes").size());
        assertThat(xml.getElementsByTagName("key").getLength()).isPositive();
    }

    @Test
    void answers_fit_the_schemas_of_the_specification() throws IOException {
        Assumptions.assumeTrue(
                Files.isDirectory(SCHEMAS), "no " + SCHEMAS.toAbsolutePath().normalize());
        handling.answer(handling.raise("路灯不亮").number());
        handling.raise("井盖松动");

        valid("service.json", civic.json("/open311/v2/services.json"));
        valid("request.json", civic.json("/open311/v2/requests.json"));
        valid("request.json", civic.json("/open311/v2/requests.json?extensions=true"));
        JsonNode definition = civic.json("/open311/v2/services/roads.json");
        assertThat(schema("service-definition.json").validate(definition.toString(), InputFormat.JSON))
                .isEmpty();
    }

    private static void valid(String schema, JsonNode rows) throws IOException {
        Schema read = schema(schema);
        assertThat(rows.isEmpty()).isFalse();
        rows.values()
                .forEach(row -> assertThat(read.validate(row.toString(), InputFormat.JSON))
                        .as(row.toString())
                        .isEmpty());
    }

    private static Schema schema(String name) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                .getSchema(Files.readString(SCHEMAS.resolve(name)), InputFormat.JSON);
    }

    @Test
    void a_request_tells_what_the_board_tells_and_no_more() throws Exception {
        String number = handling.raise("路灯不亮").number();
        handling.answer(number);

        JsonNode request = civic.json("/open311/v2/requests/" + number + ".json?extensions=true")
                .path(0);

        assertThat(request.path("status").asString("")).isEqualTo("closed");
        assertThat(request.path("status_notes").asString("")).contains("路灯线路已更换");
        assertThat(request.path("service_code").asString("")).isEqualTo("roads");
        assertThat(request.path("agency_responsible").asString("")).isEqualTo("市城市管理执法委员会");
        assertThat(request.path("requested_datetime").asString("")).isEqualTo("2026-03-03T09:00:00+08:00");
        assertThat(request.path("address_id").asString("")).isEqualTo(Handling.PLACE);
        assertThat(request.path("media_url").asString("")).contains("/attachments/");
        assertThat(request.path("notes").findValuesAsString("type"))
                .startsWith("opened")
                .contains("activity", "closed");
        assertThat(request.toString())
                .contains("138******78")
                .doesNotContain("13812345678", "王小明", "白云路口东50米", "raiser");
    }

    @Test
    void confidential_matters_do_not_exist() {
        String number =
                handling.raise(Map.of("confidential", true, "title", "内部举报线索")).number();

        HttpResponse<String> one = civic.get("/open311/v2/requests/" + number + ".json");

        assertThat(one.statusCode()).isEqualTo(404);
        assertThat(civic.get("/open311/v2/requests.json").body()).doesNotContain(number, "内部举报线索");
        assertThat(civic.json("/open311/v2/requests.json?service_request_id=" + number)
                        .size())
                .isZero();
        assertThat(civic.get("/open311/v2/requests.json?updated_after=2020-01-01T00:00:00Z")
                        .body())
                .doesNotContain(number);
    }

    @Test
    void requests_are_filtered_by_id_service_status_and_time() {
        String open = handling.raise("下水道堵了").number();
        String closed = handling.raise("路灯不亮").number();
        handling.answer(closed);

        assertThat(numbers("service_request_id=" + open + "," + closed + "&status=closed"))
                .as("ids override all other arguments")
                .containsExactly(open, closed);
        assertThat(numbers("status=closed")).contains(closed).doesNotContain(open);
        assertThat(numbers("status=open")).contains(open).doesNotContain(closed);
        assertThat(numbers("status=open,closed")).contains(open, closed);
        assertThat(numbers("status=")).contains(open, closed);
        assertThat(numbers("service_code=drainage")).doesNotContain(closed);
        assertThat(numbers("service_code=drainage,roads")).contains(closed);
        assertThat(numbers("start_date=2026-03-01T00:00:00%2B08:00&end_date=2026-03-05T00:00:00%2B08:00"))
                .contains(open);
        assertThat(numbers("start_date=2026-03-01T00:00:00+08:00"))
                .as("a plus sign as it comes")
                .contains(open);
        assertThat(numbers("end_date=2026-03-01T00:00:00Z")).doesNotContain(open);
        assertThat(numbers("start_date=2025-11-01T00:00:00Z")).doesNotContain(open);
        assertThat(numbers("updated_after=2026-03-03T00:59:00Z")).contains(open, closed);
        assertThat(numbers("updated_after=2026-03-03T01:00:01Z")).doesNotContain(open, closed);
        assertThat(numbers("page_size=1")).hasSize(1);
        assertThat(numbers("page_size=1&page=2")).hasSize(1).doesNotContainAnyElementsOf(numbers("page_size=1"));
    }

    private java.util.List<String> numbers(String query) {
        return civic.json("/open311/v2/requests.json?" + query).findValuesAsString("service_request_id");
    }

    @ParameterizedTest
    @CsvSource({
        "/open311/v2/requests.json?status=lost, 400",
        "/open311/v2/requests.json?start_date=2026-03-01, 400",
        "/open311/v2/requests.json?start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z, 400",
        "/open311/v2/requests.json?end_date=yesterday, 400",
        "/open311/v2/requests.json?page_size=5000, 400",
        "/open311/v2/requests.json?page=0, 400",
        "/open311/v2/requests/202600000000.json, 404",
        "/open311/v2/services/dragons.json, 404",
        "/open311/v2/tokens/00.json, 404",
        "/open311/v2/elsewhere.json, 404",
        "/open311/v2/requests.csv, 400",
    })
    void what_cannot_be_answered_is_an_error_of_the_specification(String path, int status) throws Exception {
        HttpResponse<String> json = civic.get(path);
        HttpResponse<String> xml = civic.get(path.replace(".json", ".xml"));

        assertThat(json.statusCode()).isEqualTo(status);
        assertThat(xml.statusCode()).isEqualTo(status);
        if (path.contains(".json")) {
            JsonNode errors = JsonMapper.shared().readTree(json.body());
            assertThat(errors.path(0).path("code").asInt()).isEqualTo(status);
            assertThat(errors.path(0).path("description").asString("")).isNotBlank();
        }
        Document document = xml(xml);
        assertThat(document.getDocumentElement().getTagName()).isEqualTo("errors");
        assertThat(document.getElementsByTagName("code").item(0).getTextContent())
                .isEqualTo(Integer.toString(status));
    }

    @ParameterizedTest
    @CsvSource({
        "/open311/v2/services, application/json, application/json;charset=utf-8",
        "/open311/v2/services, text/xml, text/xml;charset=utf-8",
        "/open311/v2/services, */*, text/xml;charset=utf-8",
        "/open311/v2/services.json, text/xml, application/json;charset=utf-8",
        "/open311/v2/services/roads, application/json, application/json;charset=utf-8",
        "/open311/v2/nothing, application/json, application/json;charset=utf-8",
    })
    void the_ending_decides_the_format_and_else_what_is_accepted(String path, String accept, String type) {
        HttpResponse<String> answer = civic.get(path, "Accept", accept);

        assertThat(answer.headers()
                        .firstValue("Content-Type")
                        .orElse("")
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace(" ", ""))
                .isEqualTo(type);
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    }

    @Test
    void texts_come_in_the_language_that_is_asked_for() {
        assertThat(civic.get("/open311/v2/services/roads.json", "Accept-Language", "en")
                        .body())
                .contains("Request", "Keep off the public board");
        assertThat(civic.get("/open311/v2/services/roads.json", "Accept-Language", "zh")
                        .body())
                .contains("求助", "不公开");
    }

    @Test
    void nothing_a_text_holds_breaks_the_xml() throws Exception {
        String text = "]]><x>&amp;\u0001\u000b\ufffe😀 <!DOCTYPE a [<!ENTITY b \"c\">]> &b;";
        byte[] written = Writing.bytes(
                Format.XML, new Answer.Listing("errors", "error", java.util.List.of(Map.of("description", text))));

        Document read =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(written));

        assertThat(read.getElementsByTagName("description").item(0).getTextContent())
                .isEqualTo("]]><x>&amp;😀 <!DOCTYPE a [<!ENTITY b \"c\">]> &b;");
    }

    static Document xml(HttpResponse<String> answer) throws ParserConfigurationException, SAXException, IOException {
        assertThat(answer.body()).startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)));
    }
}

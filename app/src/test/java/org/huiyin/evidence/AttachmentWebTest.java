package org.huiyin.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import javax.sql.DataSource;
import org.huiyin.matter.Writes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AttachmentWebTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private static Path directory;

    private static ConfigurableApplicationContext app;
    private static HttpClient client;

    @BeforeAll
    static void start() {
        app = EvidenceOnly.start(directory);
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() {
        client.close();
        app.close();
    }

    @Test
    void an_upload_answers_with_its_ids() throws Exception {
        HttpResponse<byte[]> answer = upload("zh", file("路灯.jpg", Samples.jpeg(500, 400)), file("", new byte[0]));

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode kept = JSON.readTree(answer.body()).get("attachments");
        assertThat(kept.size()).isEqualTo(1);
        assertThat(kept.get(0).get("name").asString()).isEqualTo("路灯.jpg");
        assertThat(kept.get(0).get("kind").asString()).isEqualTo("IMAGE");
    }

    @Test
    void a_refusal_speaks_the_language_of_the_sender() throws Exception {
        HttpResponse<byte[]> zh = upload("zh", file("页.jpg", Samples.text("<html></html>")));
        HttpResponse<byte[]> en = upload("en", file("页.jpg", Samples.text("<html></html>")));

        assertThat(zh.statusCode()).isEqualTo(415);
        assertThat(zh.headers().firstValue("Content-Type")).contains("application/problem+json");
        JsonNode problem = JSON.readTree(zh.body());
        assertThat(problem.get("type").asString()).isEqualTo("/problems/upload-type-not-taken");
        assertThat(problem.get("detail").asString()).startsWith("不能收“页.jpg”这类文件");
        assertThat(JSON.readTree(en.body()).get("detail").asString()).startsWith("Files like “页.jpg” are not taken");
    }

    @Test
    void only_the_browser_that_sent_it_sees_a_loose_upload() throws Exception {
        HttpResponse<byte[]> sent = upload("zh", file("a.jpg", Samples.jpeg(500, 400)));
        String cookie = sent.headers().firstValue("Set-Cookie").orElseThrow();
        String address = address(sent);

        assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
        assertThat(get(address).statusCode()).isEqualTo(404);
        assertThat(get(address, "Cookie", "huiyin-evidence=" + "0".repeat(40)).statusCode())
                .isEqualTo(404);
        assertThat(get(address + "/thumb", "Cookie", cookie.split(";")[0]).statusCode())
                .isEqualTo(200);
        assertThat(get("/attachments/..%2f..", "Cookie", cookie).statusCode()).isIn(400, 404);
        assertThat(get("/attachments/1", "Cookie", cookie).statusCode()).isEqualTo(404);
    }

    @Test
    void who_may_read_the_matter_sees_its_pictures() throws Exception {
        String address = address(upload("zh", file("a.jpg", Samples.jpeg(1500, 1000))));
        claim(2026_0000001L, address);

        HttpResponse<byte[]> picture = get(address, "X-Reads", "20260000001");

        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(header(picture, "Content-Type")).isEqualTo("image/jpeg");
        assertThat(header(picture, "Content-Disposition")).startsWith("inline");
        assertThat(header(picture, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(picture, "Cache-Control")).contains("private");
        assertThat(picture.body()).startsWith(0xFF, 0xD8);
        assertThat(get(address + "/preview", "X-Reads", "20260000001").body()).hasSizeLessThan(picture.body().length);
        assertThat(get(address, "X-Reads", "20260000002").statusCode()).isEqualTo(404);
        assertThat(get(address, "X-Reads", "20260000001", "If-None-Match", header(picture, "ETag"))
                        .statusCode())
                .isEqualTo(304);
    }

    @Test
    void a_document_is_only_ever_saved() throws Exception {
        String address = address(upload("zh", file("合同.html", Samples.pdf())));
        claim(2026_0000003L, address);

        HttpResponse<byte[]> document = get(address, "X-Reads", "20260000003");

        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.body()).isEqualTo(Samples.pdf());
        assertThat(header(document, "Content-Type")).isEqualTo("application/pdf");
        assertThat(header(document, "Content-Disposition"))
                .startsWith("attachment")
                .contains("filename*=UTF-8''%E5%90%88%E5%90%8C.pdf");
        assertThat(document.headers().allValues("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox");
        assertThat(get(address + "/thumb", "X-Reads", "20260000003").statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_too_large_request_is_refused_in_plain_words() throws Exception {
        byte[] body = multipart(file("a.pdf", new byte[2 << 20]));
        HttpRequest.Builder request = post("/attachments", "zh").POST(BodyPublishers.ofByteArray(body));
        HttpRequest.Builder api = post("/api/v1/attachments", "zh").POST(BodyPublishers.ofByteArray(body));

        HttpResponse<byte[]> program = send(api);
        HttpResponse<byte[]> reader = send(request.header("Accept", "text/html"));

        assertThat(program.statusCode()).isEqualTo(413);
        assertThat(JSON.readTree(program.body()).get("detail").asString()).contains("最多 1 MB");
        assertThat(reader.statusCode()).isEqualTo(413);
        assertThat(text(reader)).contains("<html", "这次传的文件合起来太大，最多 1 MB", "请分几次交");
    }

    @Test
    void a_too_large_request_that_hides_its_size_is_refused_too() throws Exception {
        byte[] body = multipart(file("a.pdf", new byte[2 << 20]));
        var hidden = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body));

        assertThat(send(post("/attachments", "zh").POST(hidden)).statusCode()).isEqualTo(413);
    }

    @Test
    void a_request_cut_short_is_refused() throws Exception {
        byte[] body = multipart(file("a.pdf", Samples.pdf()));
        var cut = BodyPublishers.ofByteArray(Samples.firstPart(body, 0.6));

        assertThat(send(post("/attachments", "zh").POST(cut)).statusCode()).isBetween(400, 499);
    }

    private static void claim(long matter, String address) throws Exception {
        String id = address.substring(address.lastIndexOf('/') + 1);
        try (Connection connection = app.getBean(DataSource.class).getConnection()) {
            Writes writes = new Writes(0);
            app.getBean(EvidenceScribe.class).scribe(writes, List.of(EvidenceBench.accepted(matter, 1, List.of(id))));
            writes.send(connection);
        }
    }

    private static HttpResponse<byte[]> upload(String language, byte[]... files) throws Exception {
        return send(post("/api/v1/attachments", language).POST(BodyPublishers.ofByteArray(multipart(files))));
    }

    private static HttpRequest.Builder post(String path, String language) {
        return HttpRequest.newBuilder(at(path))
                .header("Content-Type", "multipart/form-data; boundary=rim")
                .header("Accept-Language", language);
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(at(path));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofByteArray());
    }

    private static byte[] file(String name, byte[] content) {
        String head = "--rim\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"" + name
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        return Samples.joined(Samples.text(head), content, Samples.text("\r\n"));
    }

    private static byte[] multipart(byte[]... files) {
        return Samples.joined(Samples.joined(files), Samples.text("--rim--\r\n"));
    }

    private static String address(HttpResponse<byte[]> answer) {
        return JSON.readTree(answer.body())
                .get("attachments")
                .get(0)
                .get("address")
                .asString();
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElseThrow();
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static URI at(String path) {
        return URI.create("http://localhost:" + EvidenceOnly.port(app) + path);
    }
}

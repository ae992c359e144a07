package org.huiyin.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Uploads by somebody who is not signed in, through every filter of the application. */
class UploadThroughSecurityTest {

    private static final Pattern TOKEN = Pattern.compile("data-csrf-header=\"([^\"]+)\" data-csrf=\"([^\"]+)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final TestApp app = TestApp.start();

    @AfterAll
    static void close() {
        CLIENT.close();
    }

    @Test
    void a_visitor_uploads_with_the_token_of_a_page_and_not_without() throws Exception {
        BodyPublisher photo = BodyPublishers.ofByteArray(multipart(Samples.jpeg(60, 40)));
        HttpResponse<String> page = send(HttpRequest.newBuilder(app.at("/")));
        String cookie = page.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).isTrue();

        assertThat(send(upload("/attachments", photo)).statusCode()).isEqualTo(403);
        assertThat(send(upload("/attachments", photo).headers("Cookie", cookie, token.group(1), token.group(2)))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_program_without_a_session_needs_no_token() throws Exception {
        BodyPublisher photo = BodyPublishers.ofByteArray(multipart(Samples.jpeg(60, 40)));

        assertThat(send(upload("/api/v1/attachments", photo)).statusCode()).isEqualTo(201);
    }

    @Test
    void who_may_not_see_it_learns_nothing() throws Exception {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(app.at("/attachments/00000000-0000-4000-8000-000000000000/thumb")));

        assertThat(answer.statusCode()).isEqualTo(404);
    }

    private HttpRequest.Builder upload(String path, BodyPublisher body) {
        return HttpRequest.newBuilder(app.at(path))
                .header("Content-Type", "multipart/form-data; boundary=rim")
                .POST(body);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private static byte[] multipart(byte[] photo) {
        String head = "--rim\r\nContent-Disposition: form-data; name=\"photos\"; filename=\"a.jpg\"\r\n\r\n";
        return Samples.joined(Samples.text(head), photo, Samples.text("\r\n--rim--\r\n"));
    }
}

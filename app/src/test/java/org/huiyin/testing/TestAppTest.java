package org.huiyin.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class TestAppTest {

    @Test
    void the_application_answers() throws Exception {
        var app = TestApp.start();

        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(HttpRequest.newBuilder(app.at("/")).build(), BodyHandlers.ofString());

            assertThat(answer.statusCode()).isLessThan(500);
        }
    }

    @Test
    void its_clock_is_the_one_tests_move() {
        var app = TestApp.start();

        assertThat(app.bean(InstantSource.class)).isSameAs(app.clock());
    }
}

package org.huiyin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.huiyin.testing.Caller;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OpenApiTest {

    private final TestApp app = TestApp.start();
    private final OpenApi description = app.bean(OpenApi.class);

    @ParameterizedTest
    @CsvSource({"zh, ../docs/openapi.zh.json", "en, ../docs/openapi.json"})
    void the_document_in_docs_describes_the_api_as_it_is(String language, Path document) throws IOException {
        String written = new String(description.json(Locale.of(language)), StandardCharsets.UTF_8) + "\n";
        String before = Files.exists(document) ? Files.readString(document) : "";
        Files.writeString(document, written);

        assertThat(written).as("%s is written anew: commit it", document).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"zh", "en"})
    void every_address_and_parameter_is_explained_in_both_languages(String language) {
        JsonNode document = JsonMapper.shared().readTree(description.json(Locale.of(language)));

        // members of records may be called so as well
        document.path("components").asObject().remove("schemas");

        assertThat(document.findValuesAsString("summary")).isNotEmpty().noneMatch(text -> text.startsWith("api."));
        assertThat(document.findValuesAsString("description")).isNotEmpty().noneMatch(text -> text.startsWith("api."));
    }

    @Test
    void it_is_served_in_the_language_that_is_asked_for() {
        var english = Caller.nobody(app)
                .send(Caller.nobody(app).request("/api/v1/openapi.json").header("Accept-Language", "en"));

        assertThat(english.status()).isEqualTo(200);
        assertThat(english.text("openapi")).isEqualTo("3.1.1");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(english.body().path("paths").has("/api/v1/matters/{number}")).isTrue();
    }
}

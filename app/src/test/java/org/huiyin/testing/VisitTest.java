package org.huiyin.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VisitTest {

    @ParameterizedTest
    @MethodSource("org.huiyin.testing.Look#all")
    void each_reader_gets_the_page_in_their_language(Look look) {
        try (var visit = Visit.to(TestApp.start(), look)) {
            visit.page().navigate("/");

            assertThat(visit.keep("home"))
                    .satisfies(file -> assertThat(Files.size(file)).isPositive());
            assertThat(visit.page().getAttribute("html", "lang")).startsWith(look.language());
            visit.assertFits();
            visit.assertNoComplaints();
        }
    }

    @Test
    void a_picture_without_words_is_found_out() {
        try (var visit = Visit.to(TestApp.start(), Look.DESK)) {
            visit.page().setContent("<html lang=zh><title>t</title><main><img src='data:,'></main></html>");

            assertThatThrownBy(visit::assertAccessible).hasMessageContaining("image-alt");
        }
    }

    @Test
    void a_page_too_wide_for_a_phone_is_found_out() {
        try (var visit = Visit.to(TestApp.start(), Look.PHONE)) {
            visit.page().setContent("<meta name=viewport content='width=device-width'><p style='width:500px'>wide</p>");

            assertThatThrownBy(visit::assertFits).hasMessageContaining("too wide");
        }
    }
}

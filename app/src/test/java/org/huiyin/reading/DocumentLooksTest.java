package org.huiyin.reading;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.huiyin.testing.Look;
import org.huiyin.testing.TestApp;
import org.huiyin.testing.Visit;
import org.huiyin.testing.Visitor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents, their review and the forms in it fit their windows and can be used by everybody. */
class DocumentLooksTest {

    private static final TestApp APP = TestApp.start();

    static {
        Visitor.signedIn(APP, "chaoyang"); // the demonstration city comes with the first visitor
    }

    static Stream<Look> looks() {
        return Look.all();
    }

    @ParameterizedTest
    @MethodSource("looks")
    void they_hold_in_every_look(Look look) {
        try (Visit visit = Visit.to(APP, look)) {
            Page page = visit.signIn("chaoyang");
            visit.hold("/desk/documents", "documents");
            page.setInputFiles("[name=file]", new FilePayload("临江日报2023-03-21第1版.txt", "text/plain", daily()));
            page.click("main .form button[type=submit]");
            page.waitForURL("**/desk/documents/*");
            String document = page.url().replaceAll("[?#].*", "").replaceAll("^https?://[^/]+", "");
            visit.hold(document, "document");
            String raise = Objects.requireNonNull(page.getAttribute(".read-item form[action$=matter]", "action"));
            visit.hold(document + "?change=" + raise.replaceAll(".*/items/(\\d+)/.*", "$1"), "document-task");
            String keep = Objects.requireNonNull(page.getAttribute(".read-item form[action$=value]", "action"));
            visit.hold(document + "?change=" + keep.replaceAll(".*/items/(\\d+)/.*", "$1"), "document-figure");
        }
    }

    private static byte[] daily() {
        try (var in = Objects.requireNonNull(
                DocumentLooksTest.class.getResourceAsStream("/reading/labelled/invented-daily.txt"))) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

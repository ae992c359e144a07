package org.huiyin.supervision;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.data.Texts;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * An instrument as a Word file, made from a template the office may replace. The template knows {@code {{issuer}}}, {@code {{number}}},
 * {@code {{kind}}}, {@code {{salutation}}}, {@code {{date}}}, {@code {{signer}}} and, between {@code {{?paragraphs}}} and
 * {@code {{/paragraphs}}}, {@code {{paragraph}}}.
 */
@Component
class Slip {

    private static final String PACKAGED = "/papers/instrument.docx";

    private final byte[] template;

    Slip(@Value("${huiyin.supervision.slip:}") String replacement) {
        this.template = replacement.isBlank() ? packaged() : read(Path.of(replacement));
    }

    /** The file, in the language of the page. */
    byte[] of(Page page, InstrumentView one) {
        List<String> lines = Arrays.asList(one.text().split("\n"));
        Map<String, Object> words = new HashMap<>();
        words.put("issuer", plain(one.issuer()));
        words.put("number", plain(one.number()));
        words.put("kind", plain(one.kindName()));
        words.put("salutation", plain(lines.getFirst()));
        words.put(
                "paragraphs",
                lines.stream()
                        .skip(1)
                        .filter(line -> !line.isBlank())
                        .map(line -> Map.of("paragraph", plain(line)))
                        .toList());
        words.put("date", plain(one.servedOn()));
        words.put("signer", plain(one.signer().isEmpty() ? "" : page.t("supervision.signer", one.signer())));
        // only names are filled in; what people wrote is never an expression
        try (XWPFTemplate paper = XWPFTemplate.compile(
                        new ByteArrayInputStream(template), Configure.builder().build())
                .render(words)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            paper.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object plain(String text) {
        return Texts.of(text).create();
    }

    private static byte[] packaged() {
        try (InputStream in = Slip.class.getResourceAsStream(PACKAGED)) {
            if (in == null) {
                throw new IllegalStateException("This build holds no " + PACKAGED);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The template huiyin.supervision.slip names cannot be read: " + file.toAbsolutePath(), e);
        }
    }
}

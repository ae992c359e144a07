package org.huiyin.supervision;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.paper.WordTemplate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * An instrument as a Word file, made from a template the office may replace. The template knows {@code {{issuer}}}, {@code {{number}}},
 * {@code {{kind}}}, {@code {{salutation}}}, {@code {{date}}}, {@code {{signer}}} and, between {@code {{?paragraphs}}} and
 * {@code {{/paragraphs}}}, {@code {{paragraph}}}.
 */
@Component
class Slip {

    private final WordTemplate template;

    Slip(@Value("${huiyin.supervision.slip:}") String replacement) {
        this.template = WordTemplate.of(replacement, "huiyin.supervision.slip", "/papers/instrument.docx");
    }

    /** The file, in the language of the page. */
    byte[] of(Page page, InstrumentView one) {
        List<String> lines = Arrays.asList(one.text().split("\n"));
        return template.fill(new WordTemplate.Filling()
                .word("issuer", one.issuer())
                .word("number", one.number())
                .word("kind", one.kindName())
                .word("salutation", lines.getFirst())
                .each(
                        "paragraphs",
                        lines.stream()
                                .skip(1)
                                .filter(line -> !line.isBlank())
                                .map(line -> Map.of("paragraph", line))
                                .toList())
                .word("date", one.servedOn())
                .word("signer", one.signer().isEmpty() ? "" : page.t("supervision.signer", one.signer())));
    }
}

package org.huiyin.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.huiyin.evidence.UploadRefusal.Reason;
import org.huiyin.frame.Texts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UploadRefusalTest {

    private final Texts texts = Texts.fromClasspath(true);

    @ParameterizedTest
    @EnumSource(Reason.class)
    void every_refusal_says_what_is_wrong_and_what_to_do_in_both_languages(Reason reason) {
        String key = "problem." + new UploadRefusal(reason, "a.jpg").problem().slug();

        for (Locale locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            assertThat(texts.pattern(locale, key + ".title")).isNotBlank();
            assertThat(texts.pattern(locale, key + ".why")).isNotBlank();
            assertThat(texts.pattern(locale, key + ".next")).doesNotContain("{");
        }
    }

    /** The page about the problem has no file to name. */
    @ParameterizedTest
    @EnumSource(Reason.class)
    void where_a_text_has_gaps_another_says_it_without(Reason reason) {
        String key = "problem." + new UploadRefusal(reason, "a.jpg").problem().slug();

        for (Locale locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            boolean gaps = texts.pattern(locale, key + ".why").contains("{");
            assertThat(gaps ? texts.pattern(locale, key + ".about") : "").doesNotContain("{");
        }
    }
}

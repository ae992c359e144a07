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
        String key = new UploadRefusal(reason, "a.jpg").messageKey();

        assertThat(texts.pattern(Locale.CHINESE, key)).contains("请");
        assertThat(texts.pattern(Locale.ENGLISH, key)).matches("(?s).*\\. .+|.*; .+");
    }
}

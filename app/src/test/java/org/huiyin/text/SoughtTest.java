package org.huiyin.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SoughtTest {

    @Test
    void chinese_without_blanks_is_cut_into_words() {
        assertThat(Sought.of("小区路灯维修").words()).containsExactly("小区", "路灯", "维修");
    }

    @Test
    void a_place_keeps_the_sign_that_says_what_it_is() {
        assertThat(Sought.of("园林路").words()).containsExactly("园林路");
        assertThat(Sought.of("园林路12号").words()).containsExactly("园林路", "12号");
    }

    @Test
    void an_unknown_name_stays_together() {
        assertThat(Sought.of("鑫驿苑").words()).containsExactly("鑫驿苑");
    }

    @Test
    void what_is_quoted_stays_as_it_is() {
        assertThat(Sought.of("“小区路灯维修” 夜间").words()).containsExactly("小区路灯维修", "夜间");
    }

    @Test
    void traditional_and_full_width_read_as_simplified_and_half_width() {
        assertThat(Sought.of("路燈　ＬＥＤ").words()).containsExactly("路灯", "led");
    }

    @Test
    void signs_alone_are_nothing_to_look_for() {
        assertThat(Sought.of("!!! & | ( ) :* <-> 😀 \u0000 '").isEmpty()).isTrue();
    }

    @Test
    void long_numbers_are_found_by_their_last_digits() {
        assertThat(Grams.of("13812345678").stream().map(Grams.Gram::gram)).containsExactly("13812345678", "5678");
    }

    @Test
    void a_spelling_is_as_long_as_its_text() {
        String text = "臺灣ＡＢＣ，İstanbul ﬁ 😀𠮷";

        assertThat(Spelling.of(text)).hasSameSizeAs(text).startsWith("台湾abc");
    }
}

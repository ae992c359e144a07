package org.huiyin.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.huiyin.programme.Text;
import org.junit.jupiter.api.Test;

class PhraseTest {

    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");
    private final Formats zh = new Formats(Locale.CHINESE, NOW);
    private final Formats en = new Formats(Locale.ENGLISH, NOW);

    @Test
    void arguments_are_said_in_the_readers_language() {
        Instant due = Instant.parse("2026-10-12T09:30:00Z");
        Text unit = new Text("市政处", "Municipal Works");

        assertThat(Phrase.fill("已派给{0}，{1}前答复", zh::show, unit, due)).isEqualTo("已派给市政处，10月12日 17:30前答复");
        assertThat(Phrase.fill("Sent to {0}; it answers by {1}", en::show, unit, due))
                .isEqualTo("Sent to Municipal Works; it answers by 12 Oct, 17:30");
    }

    @Test
    void one_is_told_from_many() {
        assertThat(Phrase.fill("{0} {0?day|days}", en::show, 1)).isEqualTo("1 day");
        assertThat(Phrase.fill("{0} {0?day|days}", en::show, 1200)).isEqualTo("1,200 days");
    }

    @Test
    void apostrophes_and_dollars_stay_as_they_are() {
        assertThat(Phrase.fill("It's {0}", en::show, "$1 {0}")).isEqualTo("It's $1 {0}");
    }

    @Test
    void a_gap_without_argument_fails() {
        assertThatThrownBy(() -> Phrase.fill("{1}", zh::show, "x")).hasMessageContaining("wants argument 1");
    }

    @Test
    void other_years_are_named() {
        assertThat(zh.date(LocalDate.of(2025, 10, 12))).isEqualTo("2025年10月12日");
        assertThat(en.date(LocalDate.of(2025, 9, 12))).isEqualTo("12 Sept 2025");
        assertThat(zh.time(Instant.parse("2025-12-31T16:00:00Z"))).isEqualTo("1月1日 00:00");
        assertThat(zh.fullTime(NOW)).isEqualTo("2026年3月3日 星期二 09:00:00");
    }

    @Test
    void durations_have_two_units_and_long_ones_one() {
        assertThat(zh.duration(Duration.ofHours(51))).isEqualTo("2 天 3 小时");
        assertThat(en.duration(Duration.ofMinutes(-135))).isEqualTo("2 h 15 min");
        assertThat(zh.duration(Duration.ofHours(24 * 18 + 5))).isEqualTo("18 天");
        assertThat(en.duration(Duration.ofSeconds(20))).isEqualTo("0 min");
    }
}

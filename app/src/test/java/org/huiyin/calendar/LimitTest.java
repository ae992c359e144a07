package org.huiyin.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LimitTest {

    @Test
    void a_limit_is_written_as_it_is_read() {
        for (String written : List.of("90wm", "2wh", "5wd", "24h", "15d", "3mo", "3649d", "119mo")) {
            assertThat(Limit.parse(written)).hasToString(written);
        }
    }

    @Test
    void nonsense_is_refused_with_what_was_expected() {
        for (String written : List.of("", "5", "wd", "5 wd", "5WD", "1.5wd", "5wk", "٥wd", "9999999999wd", "5wd 3wd")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Limit.parse(written))
                    .withMessageContaining("Not a limit: \"" + written + "\"")
                    .withMessageContaining("such as 5wd");
        }
    }

    @Test
    void negative_empty_and_ten_year_limits_are_refused() {
        refused("-5wd", "A limit cannot be negative: -5wd");
        refused("0wd", "A limit cannot be nothing: 0wd");
        for (String written : List.of("975000wm", "16250wh", "2500wd", "87600h", "3650d", "120mo")) {
            refused(written, "A limit must be shorter than ten years");
        }
    }

    @Test
    void a_share_is_rounded_up_to_whole_units() {
        assertThat(Limit.parse("5wd").scaled(2, 3)).hasToString("4wd");
        assertThat(Limit.parse("15wd").scaled(2, 3)).hasToString("10wd");
        assertThat(Limit.parse("1wd").scaled(2, 3)).hasToString("1wd");
        assertThat(Limit.parse("2h").scaled(1, 100)).hasToString("1h");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limit.parse("5wd").scaled(2, 0))
                .withMessage("Not a share of a limit: 2/0");
    }

    private static void refused(String written, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Limit.parse(written))
                .withMessageContaining(why);
    }
}

package org.huiyin.round;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FestivalsTest {

    private static final Map<String, String> HOLIDAYS =
            Map.of("春节", "spring-festival", "端午节", "dragon-boat", "中秋节", "mid-autumn");

    @ParameterizedTest
    @CsvSource({
        "spring-festival, 2026-02-17, 2026-02-17",
        "spring-festival, 2026-02-18, 2027-02-06",
        "spring-festival, 2029-12-01, 2030-02-03",
        "06-01, 2026-06-02, 2027-06-01",
        "05-sun-3, 2026-03-03, 2026-05-17",
        "02-29, 2026-01-01, 2026-02-28"
    })
    void the_next_day_is_today_or_to_come(String on, LocalDate today, LocalDate next) {
        assertThat(Festivals.next(on, today)).contains(next);
    }

    @Test
    void what_nobody_wrote_down_has_no_day() {
        assertThat(Festivals.known("winter-feast")).isFalse();
        assertThat(Festivals.known("13-01")).isFalse();
        assertThat(Festivals.known("double-ninth")).isTrue();
        assertThat(Festivals.next("spring-festival", LocalDate.parse("2051-01-01")))
                .isEmpty();
    }

    @Test
    void the_days_agree_with_the_holidays_the_state_council_published() {
        int compared = 0;
        for (int year : IntStream.rangeClosed(2020, 2026).toArray()) {
            for (JsonNode day : published(year)) {
                String festival = HOLIDAYS.get(day.get("name").asString());
                LocalDate date = LocalDate.parse(day.get("date").asString());
                if (festival != null
                        && Festivals.on(festival, year).filter(date::equals).isPresent()) {
                    assertThat(day.get("isOffDay").asBoolean())
                            .as(festival + year)
                            .isTrue();
                    compared++;
                }
            }
        }

        assertThat(compared)
                .as("all but two that fell together with the National Day")
                .isGreaterThanOrEqualTo(18);
    }

    private static JsonNode published(int year) {
        try (InputStream in = Festivals.class.getResourceAsStream("/calendars/cn/" + year + ".json")) {
            return JsonMapper.shared().readTree(in).get("days");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

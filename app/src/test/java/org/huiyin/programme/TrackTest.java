package org.huiyin.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrackTest {

    @Test
    void a_way_is_read_and_written_to_the_metre() {
        Track track = Track.parse("30.3348001,112.2397,1772500000; 30.335,112.24,1772500060")
                .orElseThrow();

        assertThat(track).hasToString("30.33480,112.23970,1772500000;30.33500,112.24000,1772500060");
        assertThat(Track.parse(track.toString()))
                .contains(Track.parse(track.toString()).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ";",
                "30.1,112.1,1772500000",
                "30.1,112.1,1772500060;30.1,112.1,1772500000",
                "91,112.1,1772500000;30.1,112.1,1772500060",
                "30.1,181,1772500000;30.1,112.1,1772500060",
                "30.1,112.1;30.1,112.2",
                "30.1,112.1,1772500000;",
                "NaN,112.1,1772500000;30.1,112.1,1772500060",
                "30.1,112.1,1e9;30.1,112.1,1772500060",
                "<script>,1,1772500000;1,1,1772500060"
            })
    void what_is_no_way_is_none(String written) {
        assertThat(Track.parse(written)).isEmpty();
    }

    @Test
    void too_many_fixes_are_refused() {
        assertThat(Track.parse(fixes(Track.MOST))).isPresent();
        assertThat(Track.parse(fixes(Track.MOST + 1))).isEmpty();
        assertThat(Track.parse(fixes(100 * Track.MOST))).isEmpty();
    }

    private static String fixes(int many) {
        return IntStream.range(0, many)
                .mapToObj(i -> "30.33480,112.23970," + (1_772_500_000L + i))
                .collect(Collectors.joining(";"));
    }
}

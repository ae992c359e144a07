package org.huiyin.org;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class Gcj02Test {

    private static final double A_CENTIMETRE = 1e-7;

    @Test
    void the_shift_agrees_with_the_example_everybody_quotes() {
        var shifted = Gcj02.fromWgs84(39.915, 116.404);

        assertThat(shifted.lat()).isCloseTo(39.91640428150164, within(1e-9));
        assertThat(shifted.lon()).isCloseTo(116.41024449916938, within(1e-9));
    }

    @Test
    void the_way_back_ends_where_the_way_there_began() {
        var random = new Random(4210);
        for (int i = 0; i < 1000; i++) {
            double lat = random.nextDouble(18, 53);
            double lon = random.nextDouble(74, 135);
            var shifted = Gcj02.fromWgs84(lat, lon);

            var back = Gcj02.toWgs84(shifted.lat(), shifted.lon());

            assertThat(back.lat()).isCloseTo(lat, within(A_CENTIMETRE));
            assertThat(back.lon()).isCloseTo(lon, within(A_CENTIMETRE));
        }
    }

    @Test
    void outside_china_nothing_is_shifted() {
        assertThat(Gcj02.fromWgs84(39.29, -76.61)).isEqualTo(new Place.Position(39.29, -76.61));
    }
}

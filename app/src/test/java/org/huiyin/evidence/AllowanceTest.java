package org.huiyin.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.huiyin.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.util.unit.DataSize;

class AllowanceTest {

    private final TestClock clock = TestClock.at("2026-03-03T09:20");
    private final Allowance allowance = new Allowance(settings(), clock);

    @Test
    void one_address_may_send_so_much_within_an_hour() {
        assertThat(allowance.take("a", files(3, 10))).isTrue();
        assertThat(allowance.take("a", files(1, 1))).isFalse();
        assertThat(allowance.minutesLeft()).isEqualTo(40);

        clock.forward(Duration.ofMinutes(40));

        assertThat(allowance.take("a", files(1, 1))).isTrue();
    }

    @Test
    void all_addresses_together_may_send_so_much() {
        assertThat(allowance.take("a", files(1, 30))).isTrue();
        assertThat(allowance.take("b", files(1, 30))).isTrue();
        assertThat(allowance.take("c", files(1, 30))).isTrue();
        assertThat(allowance.take("d", files(1, 30))).isFalse();
        assertThat(allowance.take("d", files(1, 10))).isTrue();
    }

    @Test
    void many_small_files_count_too() {
        assertThat(allowance.take("a", Collections.nCopies(30, Upload.of("a.txt", new byte[1]))))
                .isTrue();
        assertThat(allowance.take("a", List.of(Upload.of("a.txt", new byte[1]))))
                .isFalse();
    }

    private static List<Upload> files(int many, int megabytes) {
        long bytes = DataSize.ofMegabytes(megabytes).toBytes();
        return Collections.nCopies(many, new Upload("a.jpg", bytes, new ByteArrayResource(new byte[0])));
    }

    private static EvidenceSettings settings() {
        DataSize any = DataSize.ofMegabytes(15);
        return new EvidenceSettings(
                Path.of("."),
                any,
                any,
                any,
                9,
                40,
                Duration.ofHours(24),
                DataSize.ofMegabytes(30),
                DataSize.ofMegabytes(100),
                any);
    }
}

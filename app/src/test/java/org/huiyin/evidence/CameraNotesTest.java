package org.huiyin.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Objects;
import org.huiyin.evidence.Attachment.Position;
import org.junit.jupiter.api.Test;

class CameraNotesTest {

    private static final Instant NOW = Instant.parse("2026-03-03T01:00:00Z");

    @Test
    void orientation_position_and_time_are_read() {
        CameraNotes notes = CameraNotes.read(Samples.withExif(Samples.jpeg(20, 20), 6), NOW);

        assertThat(notes.orientation()).isEqualTo(6);
        Position position = Objects.requireNonNull(notes.taken().position());
        assertThat(position.latitude()).isCloseTo(30.3333, within(0.0001));
        assertThat(position.longitude()).isCloseTo(112.24, within(0.0001));
    }

    @Test
    void a_time_without_zone_is_the_time_of_the_city() {
        CameraNotes notes = CameraNotes.read(Samples.withExif(Samples.jpeg(20, 20), 1), NOW);

        assertThat(notes.taken().at()).isEqualTo(Instant.parse("2026-03-01T00:30:00Z"));
    }

    @Test
    void a_time_that_is_yet_to_come_is_not_believed() {
        Instant before = Instant.parse("2020-01-01T00:00:00Z");

        CameraNotes notes = CameraNotes.read(Samples.withExif(Samples.jpeg(20, 20), 1), before);

        assertThat(notes.taken().at()).isNull();
    }

    @Test
    void an_orientation_that_does_not_exist_is_upright() {
        assertThat(CameraNotes.read(Samples.withExif(Samples.jpeg(20, 20), 77), NOW)
                        .orientation())
                .isEqualTo(1);
    }

    @Test
    void a_picture_without_notes_has_none() {
        assertThat(CameraNotes.read(Samples.jpeg(20, 20), NOW)).isEqualTo(CameraNotes.NONE);
    }
}

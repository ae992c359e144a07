package org.huiyin.programme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ThreeListsTest {

    @Test
    void the_published_programmes_have_no_problem() {
        ProgrammeReader.Reading reading = new ProgrammeReader().read(Path.of("..", "programmes"));

        assertThat(reading.problems().stream().map(p -> p.line(Locale.ENGLISH))).isEmpty();
        assertThat(reading.programmes().versions()).extracting(Programme::name).contains("three-lists");
    }

    @Test
    void the_build_carries_the_same_programmes() {
        assertThat(ProgrammeReader.packaged().versions())
                .extracting(Programme::name)
                .contains("three-lists");
    }
}

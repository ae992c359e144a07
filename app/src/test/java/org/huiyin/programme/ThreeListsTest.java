package org.huiyin.programme;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ThreeListsTest {

    @Test
    void the_published_programmes_have_no_problem() {
        ProgrammeReader.Reading reading = new ProgrammeReader().read(Path.of("..", "programmes"));

        assertThat(reading.problems().stream().map(p -> p.line(Locale.ENGLISH))).isEmpty();
        assertThat(reading.programmes().versions()).extracting(Programme::name).contains("three-lists");
    }

    @Test
    void every_form_is_exported_as_a_schema_that_takes_what_the_form_takes() {
        Programme programme = ProgrammeReader.packaged().version("three-lists", 1);

        for (StepRule step : programme.steps().values()) {
            assertThat(errors(step, "{\"no-such-field\": 1}")).as(step.name()).isNotEmpty();
        }
        StepRule rate = programme.step("rate").orElseThrow();
        assertThat(errors(rate, "{\"contacted\": \"yes\", \"solved\": \"no\", \"satisfied\": \"not\"}"))
                .isEmpty();
        assertThat(errors(rate, "{\"contacted\": \"yes\", \"solved\": \"maybe\"}"))
                .isNotEmpty();
    }

    private static List<?> errors(StepRule step, String filled) {
        String schema = new JsonMapper().writeValueAsString(step.form().jsonSchema(Locale.ENGLISH));
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema, InputFormat.JSON)
                .validate(filled, InputFormat.JSON);
    }

    @Test
    void the_build_carries_the_same_programmes() {
        assertThat(ProgrammeReader.packaged().versions())
                .extracting(Programme::name)
                .contains("three-lists");
    }
}

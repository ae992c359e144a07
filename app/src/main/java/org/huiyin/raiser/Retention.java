package org.huiyin.raiser;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.huiyin.programme.PackagedYaml;

/**
 * How long matters of a programme are kept whole after they ended, as its {@code retention.yaml} says.
 *
 * @param years at least one; counted from the last step
 */
record Retention(
        String programme, @JsonProperty("keep-years") int years) {

    Retention {
        if (years < 1 || years > 100) {
            throw new IllegalArgumentException("retention.yaml of " + programme + ": keep-years is 1 to 100");
        }
    }

    /** Those that come with Huiyin; a programme without one keeps its matters for good. */
    static List<Retention> packaged() {
        return PackagedYaml.all("programmes/*/retention.yaml", Retention.class);
    }
}

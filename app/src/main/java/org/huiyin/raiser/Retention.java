package org.huiyin.raiser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.Yaml;

/**
 * How long matters of a programme are kept whole after they ended, as its {@code retention.yaml} says.
 *
 * @param years at least one; counted from the last step
 */
record Retention(String programme, int years) {

    Retention {
        if (years < 1 || years > 100) {
            throw new IllegalArgumentException("retention.yaml of " + programme + ": keep-years is 1 to 100");
        }
    }

    /** Those that come with Huiyin; a programme without one keeps its matters for good. */
    static List<Retention> packaged() {
        List<Retention> found = new ArrayList<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:programmes/*/retention.yaml")) {
                try (InputStream in = file.getInputStream()) {
                    Map<String, Object> written = new Yaml().load(in);
                    found.add(new Retention(
                            String.valueOf(written.get("programme")),
                            Integer.parseInt(String.valueOf(written.get("keep-years")))));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(found);
    }
}

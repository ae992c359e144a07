package org.huiyin.programme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what stands in YAML files beside the definitions a build holds, each as a record whose words are written with hyphens. A word the record
 * does not know, and a number that is missing, are refused: nobody would see it.
 */
public final class PackagedYaml {

    private static final JsonMapper KEBAB = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private PackagedYaml() {}

    /**
     * All of them, by the names of their files.
     *
     * @param pattern such as {@code programmes/*}{@code /pages.yaml}
     */
    public static <T> List<T> all(String pattern, Class<T> type) {
        List<T> all = new ArrayList<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:" + pattern)) {
                try (InputStream in = file.getInputStream()) {
                    all.add(KEBAB.convertValue(new Yaml().load(in), type));
                } catch (RuntimeException e) {
                    throw new IllegalStateException(file.getDescription() + " cannot be read: " + e.getMessage(), e);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(all);
    }
}

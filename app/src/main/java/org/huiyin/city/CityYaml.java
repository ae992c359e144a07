package org.huiyin.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Reads one YAML file of a city as the record that says what stands in it. */
final class CityYaml {

    private static final JsonMapper KEBAB = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    private CityYaml() {}

    static <T> T read(String city, String file, Class<T> type) {
        ClassPathResource source = new ClassPathResource("cities/" + city + "/" + file);
        try (InputStream in = source.getInputStream()) {
            return KEBAB.convertValue(new Yaml().load(in), type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source.getPath(), e);
        }
    }
}

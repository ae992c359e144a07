package org.huiyin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.huiyin.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SettingsTest {

    private static final Path DOCUMENT = Path.of("../docs/configuration.md");
    private static final Path LISTED = Path.of("src/main/resources/META-INF/spring-configuration-metadata.json");
    private static final Pattern READ = Pattern.compile("\\$\\{(huiyin\\.[a-z.-]+)");

    @ParameterizedTest
    @ValueSource(strings = {"huiyin.evidense.photo", "huiyin.evidence.fotos", "huiyin.timezone"})
    void a_setting_nothing_reads_stops_the_start(String name) {
        assertThatThrownBy(() -> Settings.refuseUnknown(environment(name)))
                .isInstanceOf(UnknownSetting.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"huiyin.evidence.perStep", "huiyin.evidence.per-step", "huiyin.map.tile-servers[0]"})
    void a_setting_may_be_written_as_spring_allows(String name) {
        assertThatCode(() -> Settings.refuseUnknown(environment(name))).doesNotThrowAnyException();
    }

    @Test
    void every_setting_the_code_reads_is_listed() {
        var read = new TreeSet<String>();
        for (var file : Sources.files("app/src/main/java", ".java")) {
            Sources.lines(file)
                    .forEach(line -> READ.matcher(line).results().forEach(found -> read.add(found.group(1))));
        }

        assertThat(Settings.known()).containsAll(read);
    }

    @Test
    void every_settings_record_is_listed_with_its_defaults() throws IOException {
        var defaults = new HashMap<String, String>();
        listed().forEach(property -> defaults.put(
                property.get("name").asString(), property.get("defaultValue").asString()));
        var records = TestApp.start().context().getBeansWithAnnotation(ConfigurationProperties.class).values().stream()
                .map(Object::getClass)
                .filter(type -> type.isRecord() && type.getName().startsWith("org.huiyin."))
                .toList();

        assertThat(records).isNotEmpty().allSatisfy(type -> {
            var prefix = Objects.requireNonNull(AnnotationUtils.getAnnotation(type, ConfigurationProperties.class))
                    .prefix();
            for (var parameter : type.getDeclaredConstructors()[0].getParameters()) {
                var name = prefix + "."
                        + parameter.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
                assertThat(defaults)
                        .containsEntry(
                                name,
                                String.join(
                                        ",",
                                        parameter
                                                .getAnnotation(DefaultValue.class)
                                                .value()));
            }
        });
    }

    @Test
    void what_application_yaml_says_is_the_documented_default() throws IOException {
        var environment = TestApp.start().context().getEnvironment();
        for (var property : listed()) {
            var inFile = environment.getPropertySources().stream()
                    .filter(source -> source.getName().contains("application.yaml"))
                    .map(source -> source.getProperty(property.get("name").asString()))
                    .filter(value -> value != null)
                    .findFirst();
            inFile.ifPresent(value -> assertThat(value.toString())
                    .isEqualTo(property.get("defaultValue").asString()));
        }
    }

    @Test
    void the_document_lists_every_setting_with_its_default() throws IOException {
        var rows = new StringBuilder();
        for (var property : listed()) {
            rows.append("| `%s` | %s | `%s` |\n"
                    .formatted(
                            property.get("name").asString(),
                            property.get("description").asString(),
                            property.get("defaultValue").asString())
                    .replace("``", "none"));
        }

        assertThat(Files.readString(DOCUMENT)).contains(rows);
    }

    private static JsonNode listed() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(LISTED)).get("properties");
    }

    private static StandardEnvironment environment(String name) {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("operator", Map.of(name, "x")));
        return environment;
    }
}

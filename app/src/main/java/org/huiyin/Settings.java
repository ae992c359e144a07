package org.huiyin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.StandardEnvironment;
import tools.jackson.databind.json.JsonMapper;

/** The settings under {@code huiyin.} that the product reads, and the refusal of any other. */
final class Settings {

    private static final String LISTED = "/META-INF/spring-configuration-metadata.json";
    private static final String PREFIX = "huiyin.";
    /** Said by the launcher to the JVM, not by the operator. */
    private static final Set<String> LAUNCHER =
            Set.of("huiyin.root", "huiyin.cache", "huiyin.log.file", "huiyin.log.level");

    private Settings() {}

    /** Stops the start when a setting is misspelt, before it can silently do nothing. */
    static void refuseUnknown(ConfigurableEnvironment environment) {
        var known = known();
        environment.getPropertySources().stream()
                .filter(source -> !source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME))
                .flatMap(source -> source instanceof EnumerablePropertySource<?> names
                        ? Stream.of(names.getPropertyNames())
                        : Stream.empty())
                .filter(name -> name.startsWith(PREFIX) && !LAUNCHER.contains(name))
                .filter(name -> !known.contains(canonical(name)))
                .findFirst()
                .ifPresent(name -> {
                    throw new UnknownSetting(name);
                });
    }

    /** Their names as documented. */
    static Set<String> known() {
        try (var in = HuiyinApplication.class.getResourceAsStream(LISTED)) {
            var names = new TreeSet<String>();
            JsonMapper.shared()
                    .readTree(in)
                    .get("properties")
                    .forEach(property -> names.add(property.get("name").asString()));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code perStep} and {@code per-step} are one setting, as are the items of a list. */
    private static String canonical(String name) {
        var list = name.replaceFirst("\\[.*", "");
        var dashed = list.replaceAll("([a-z])([A-Z])", "$1-$2");
        return ConfigurationPropertyName.adapt(dashed, '.').toString();
    }
}

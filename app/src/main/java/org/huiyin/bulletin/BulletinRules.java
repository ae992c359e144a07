package org.huiyin.bulletin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.calendar.Limit;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a bulletin of a programme says, as {@code bulletin.yaml} beside the programme has it; the usual where there is none.
 *
 * @param praised how many units of each class are praised
 * @param criticised how many are criticised
 * @param fewest how many of a class have to be ranked before any is criticised
 * @param categories how many categories are named
 * @param places how many places are named
 * @param late how many overdue matters are listed
 * @param answer how long units have to answer what is asked of them
 */
record BulletinRules(
        String programme,
        int praised,
        int criticised,
        int fewest,
        int categories,
        int places,
        int late,
        String answer) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    Limit term() {
        return Limit.parse(answer);
    }

    /** Those that come with Huiyin. */
    static List<BulletinRules> packaged() {
        List<BulletinRules> rules = new ArrayList<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:programmes/*/bulletin.yaml")) {
                try (InputStream in = file.getInputStream()) {
                    rules.add(JSON.convertValue(new Yaml().load(in), BulletinRules.class));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(rules);
    }

    static BulletinRules of(String programme) {
        return packaged().stream()
                .filter(rules -> rules.programme().equals(programme))
                .findFirst()
                .orElseGet(() -> new BulletinRules(programme, 3, 3, 8, 8, 5, 30, "5wd"));
    }
}

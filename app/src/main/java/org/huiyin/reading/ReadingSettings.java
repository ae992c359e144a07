package org.huiyin.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * By which words documents are read; {@code huiyin.reading.*}.
 *
 * @param rules file with the office's own words and patterns; empty for those that come with the product
 */
@ConfigurationProperties("huiyin.reading")
record ReadingSettings(@DefaultValue("") String rules) {

    /** A file that is missing or wrong stops the start rather than being found out with the first document. */
    Rules read() {
        if (rules.isBlank()) {
            return Rules.shipped();
        }
        try (InputStream in = Files.newInputStream(Path.of(rules))) {
            return Rules.read(in);
        } catch (IOException e) {
            throw new IllegalStateException("huiyin.reading.rules names " + rules + ", which cannot be read", e);
        } catch (Rules.BadRules e) {
            throw new IllegalStateException("huiyin.reading.rules names " + rules + ": " + e.getMessage(), e);
        }
    }
}

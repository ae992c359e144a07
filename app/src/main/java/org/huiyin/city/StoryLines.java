package org.huiyin.city;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.springframework.core.io.ClassPathResource;

/** What people in the demonstration raise, and what they are answered: invented, and about nobody. */
record StoryLines(List<Line> lines) {

    /**
     * One thing that may be raised.
     *
     * @param unit the end of the code of the units that answer for it: {@code cg} for {@code jz-cg} and {@code ss-cg}
     */
    record Line(String category, String kind, String unit, String title, String description, String answer) {}

    static StoryLines of(String city) {
        var file = new ClassPathResource("cities/" + city + "/story.csv");
        var format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            return new StoryLines(format.parse(reader).stream()
                    .map(row -> new Line(
                            row.get("category"),
                            row.get("kind"),
                            row.get("unit"),
                            row.get("title"),
                            row.get("description"),
                            row.get("answer")))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.huiyin.programme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads {@code measures.yaml} beside a definition, and says what in it cannot be meant. */
public final class MeasuresReader {

    private final SchemaCheck schema = new SchemaCheck("/measures.schema.json");

    /** What was read; {@code measuring} is empty when there are problems. */
    public record Reading(Measuring measuring, List<Problem> problems) {}

    /** The measures that come with Huiyin; checked when it was built. */
    public static Measuring packaged() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:programmes/*/measures*.yaml");
            List<Measures> all = new ArrayList<>();
            for (Resource file : files) {
                byte[] content = file.getContentAsByteArray();
                Problems problems = new Problems(String.valueOf(file.getFilename()));
                Cursor root = YamlFile.read(new String(content, StandardCharsets.UTF_8), problems);
                all.add(MeasuresBuilding.measures(root, fingerprint(content)));
            }
            return new Measuring(all);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads the measures of a programme.
     *
     * @param shown the file's name in problems
     */
    public Reading read(Path file, String shown, Programme programme) {
        try {
            return read(shown, Files.readString(file, StandardCharsets.UTF_8), programme);
        } catch (IOException e) {
            Problems problems = new Problems(shown);
            problems.add(0, 0, "unreadable", String.valueOf(e.getMessage()));
            return new Reading(new Measuring(List.of()), problems.found());
        }
    }

    /** Reads them from text; {@code shown} only names it. */
    public Reading read(String shown, String text, Programme programme) {
        Problems problems = new Problems(shown);
        Cursor root = YamlFile.read(text, problems);
        if (problems.none()) {
            schema.check(root, problems);
            new MeasuresCheck(root, programme, problems).check();
            Cursor of = root.get("measures-of");
            if (of.isText() && !of.text().equals(programme.name())) {
                problems.add(of, "name-of-folder", of.text(), programme.name());
            }
        }
        return problems.none()
                ? new Reading(
                        new Measuring(List.of(
                                MeasuresBuilding.measures(root, fingerprint(text.getBytes(StandardCharsets.UTF_8))))),
                        List.of())
                : new Reading(new Measuring(List.of()), problems.found());
    }

    private static String fingerprint(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

package org.huiyin.activity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.programme.Cursor;
import org.huiyin.programme.Problem;
import org.huiyin.programme.Problems;
import org.huiyin.programme.SchemaCheck;
import org.huiyin.programme.YamlFile;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads definitions of kinds of activity and says everything that is wrong with them. */
public final class KindReader {

    private static final String FILE_NAMES = "activity[A-Za-z0-9_.-]{0,40}\\.yaml";

    private final SchemaCheck schema = new SchemaCheck("/activity.schema.json");

    /** What was read; {@code kinds} holds the definitions without a problem. */
    public record Reading(List<Kind> kinds, List<Problem> problems) {}

    /** The kinds that come with Huiyin; checked when it was built. */
    static Kinds packaged() {
        try {
            List<Kind> kinds = new ArrayList<>();
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:activities/*/activity*.yaml")) {
                String text = file.getContentAsString(StandardCharsets.UTF_8);
                kinds.add(KindBuilding.kind(YamlFile.read(text, new Problems(String.valueOf(file.getFilename())))));
            }
            return new Kinds(kinds);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads {@code directory/<name>/activity*.yaml} and checks each file wholly. */
    public Reading read(Path directory) {
        List<Kind> kinds = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<String, Path> versions = new HashMap<>();
        for (Path file : files(directory)) {
            Path shown = directory.relativize(file);
            Problems found = new Problems(shown.toString());
            String folder = shown.getNameCount() > 1 ? shown.getName(0).toString() : "";
            text(file, found).flatMap(text -> kind(text, folder, found)).ifPresent(kind -> {
                Path twin = versions.putIfAbsent(kind.name() + " " + kind.version(), shown);
                if (twin == null) {
                    kinds.add(kind);
                } else {
                    found.add(0, 0, "version-twice", twin.toString());
                }
            });
            problems.addAll(found.found());
        }
        return new Reading(kinds, problems);
    }

    /** Reads one definition from text; {@code file} only names it. */
    public Reading read(String file, String text) {
        Problems found = new Problems(file);
        Optional<Kind> kind = kind(text, "", found);
        return new Reading(kind.stream().toList(), found.found());
    }

    private Optional<Kind> kind(String text, String folder, Problems problems) {
        Cursor root = YamlFile.read(text, problems);
        if (!problems.none()) {
            return Optional.empty();
        }
        schema.check(root, problems);
        KindCheck.check(root, folder, problems);
        return problems.none() ? Optional.of(KindBuilding.kind(root)) : Optional.empty();
    }

    private static Optional<String> text(Path file, Problems problems) {
        try {
            return Optional.of(Files.readString(file));
        } catch (MalformedInputException e) {
            problems.add(0, 0, "not-utf8");
        } catch (IOException e) {
            problems.add(0, 0, "unreadable", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private static List<Path> files(Path directory) {
        try (Stream<Path> found = Files.find(
                directory,
                2,
                (path, what) ->
                        what.isRegularFile() && path.getFileName().toString().matches(FILE_NAMES))) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

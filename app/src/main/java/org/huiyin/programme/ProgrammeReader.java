package org.huiyin.programme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Reads programme definitions and says everything that is wrong with them. */
public final class ProgrammeReader {

    private static final String FILE_NAMES = "programme[A-Za-z0-9_.-]{0,40}\\.yaml";

    private final SchemaCheck schema = new SchemaCheck("/programme.schema.json");

    /** What was read; {@code programmes} holds the definitions without a problem. */
    public record Reading(Programmes programmes, List<Problem> problems) {}

    /**
     * The programmes that come with Huiyin. They were checked when it was built, so they are read without checking again.
     *
     * @throws IllegalStateException when the build holds none
     */
    public static Programmes packaged() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:programmes/*/programme*.yaml");
            List<Programme> programmes = new ArrayList<>();
            for (Resource file : files) {
                Problems problems = new Problems(String.valueOf(file.getFilename()));
                try (InputStream in = file.getInputStream()) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    programmes.add(Building.programme(YamlFile.read(text, problems)));
                }
            }
            if (programmes.isEmpty()) {
                throw new IllegalStateException("No programme comes with this build");
            }
            return new Programmes(programmes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads {@code directory/<name>/programme*.yaml} and checks each file wholly. */
    public Reading read(Path directory) {
        List<Programme> programmes = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Map<String, Path> versions = new HashMap<>();
        for (Path file : files(directory)) {
            Problems found = new Problems(directory.relativize(file).toString());
            readFile(file, directory, found).ifPresent(programme -> {
                Path twin = versions.putIfAbsent(programme.name() + " " + programme.version(), file);
                if (twin != null) {
                    found.add(
                            "/version",
                            "version-twice",
                            "",
                            directory.relativize(twin).toString());
                } else {
                    programmes.add(programme);
                }
            });
            problems.addAll(found.found());
        }
        return new Reading(new Programmes(programmes), List.copyOf(problems));
    }

    /** Reads one definition from text; {@code file} only names it. */
    public Reading read(String file, String text) {
        Problems found = new Problems(file);
        Optional<Programme> programme = readText(text, "", found);
        return new Reading(new Programmes(programme.stream().toList()), found.found());
    }

    private Optional<Programme> readFile(Path file, Path directory, Problems problems) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return readText(text, folder(directory.relativize(file)), problems);
        } catch (CharacterCodingException e) {
            problems.add(0, 0, "not-utf8");
        } catch (IOException e) {
            problems.add(0, 0, "unreadable", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private Optional<Programme> readText(String text, String folder, Problems problems) {
        Cursor root = YamlFile.read(text, problems);
        if (!problems.none()) {
            return Optional.empty();
        }
        schema.check(root, problems);
        new NamesCheck(root, problems).check();
        new PublicityCheck(root, problems).check();
        new OriginCheck(root, problems).check();
        if (!problems.statesUnknown()) {
            new FlowCheck(root, problems).check();
        }
        String name = root.get("programme").text();
        if (!folder.isEmpty() && !name.isEmpty() && !name.equals(folder)) {
            problems.add(root.get("programme"), "name-of-folder", name, folder);
        }
        return problems.none() ? Optional.of(Building.programme(root)) : Optional.empty();
    }

    /** The folder a definition lies in, which bears its name; "" when it lies directly in the directory. */
    private static String folder(Path file) {
        return file.getNameCount() > 1 ? file.getName(0).toString() : "";
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

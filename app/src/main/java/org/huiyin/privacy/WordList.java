package org.huiyin.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Words in a file of this module: sections that begin with a name of small letters, words apart by blanks. */
final class WordList {

    private WordList() {}

    /** Section → its words. */
    static Map<String, Set<String>> read(String file) {
        Map<String, Set<String>> sections = new HashMap<>();
        Set<String> section = new HashSet<>();
        for (String line : text(file).split("\n")) {
            if (line.matches("[a-z]+")) {
                section = sections.computeIfAbsent(line, name -> new HashSet<>());
            } else if (!line.isBlank() && !line.startsWith("#")) {
                section.addAll(List.of(line.strip().split(" +")));
            }
        }
        return sections;
    }

    private static String text(String file) {
        try (InputStream in = Objects.requireNonNull(WordList.class.getResourceAsStream("/privacy/" + file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

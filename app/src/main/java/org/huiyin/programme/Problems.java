package org.huiyin.programme;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.error.Mark;

/** Collects what is wrong in one file, each with its line. */
public final class Problems {

    private final String file;
    private final Map<String, Mark> marks = new HashMap<>();
    private final List<Problem> found = new ArrayList<>();

    public Problems(String file) {
        this.file = file;
    }

    void mark(String pointer, Mark mark) {
        marks.putIfAbsent(pointer, mark);
    }

    public void add(Cursor at, String slug, Object... args) {
        add(at.pointer(), slug, "", args);
    }

    /** A name that is not among the known ones, with the closest of them. */
    public void unknown(Cursor at, String slug, String written, Collection<String> known) {
        if (!known.contains(written)) {
            add(at.pointer(), slug, Suggestion.closest(written, known).orElse(""), written);
        }
    }

    void add(String pointer, String slug, String suggestion, Object... args) {
        Mark mark = nearest(pointer);
        found.add(new Problem(
                file,
                mark == null ? 0 : mark.getLine() + 1,
                mark == null ? 0 : mark.getColumn() + 1,
                path(pointer),
                slug,
                List.of(args),
                suggestion));
    }

    public void add(int line, int column, String slug, Object... args) {
        found.add(new Problem(file, line, column, "$", slug, List.of(args), ""));
    }

    public List<Problem> found() {
        return found.stream()
                .distinct()
                .sorted((a, b) -> Integer.compare(a.line(), b.line()))
                .toList();
    }

    /** The line of a place, counted from 1. */
    int line(String pointer) {
        Mark mark = nearest(pointer);
        return mark == null ? 0 : mark.getLine() + 1;
    }

    /** Whether some step speaks of a state there is not: then nothing can be said about ways. */
    boolean statesUnknown() {
        return found.stream().anyMatch(problem -> problem.slug().equals("unknown-state"));
    }

    public boolean none() {
        return found.isEmpty();
    }

    private @org.jspecify.annotations.Nullable Mark nearest(String pointer) {
        String at = pointer;
        while (!marks.containsKey(at) && !at.isEmpty()) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return marks.get(at);
    }

    /** {@code /steps/dispatch/from/0} → {@code $.steps.dispatch.from[0]}. */
    private static String path(String pointer) {
        StringBuilder path = new StringBuilder("$");
        String[] parts = pointer.split("/", -1);
        for (int i = 1; i < parts.length; i++) {
            String part = parts[i].replace("~1", "/").replace("~0", "~");
            path.append(part.matches("\\d+") ? "[" + part + "]" : "." + part);
        }
        return path.toString();
    }
}

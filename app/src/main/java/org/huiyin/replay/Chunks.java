package org.huiyin.replay;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a CSV text into records by its quotation marks, and can go back when a record turns out to have swallowed others. */
final class Chunks {

    /** No cell of a record is so long that a mark still open after this many lines was meant. */
    private static final int MOST_LINES = 2_000;

    private static final int MOST_CHARACTERS = 2_000_000;

    /** The text of one record and the line it begins on, counted from 1. */
    record Chunk(long line, List<String> lines) {

        String text() {
            return String.join("\n", lines);
        }

        boolean closed() {
            return lines.stream().mapToLong(Chunks::marks).sum() % 2 == 0;
        }
    }

    private final BufferedReader text;
    private final Deque<String> again = new ArrayDeque<>();
    private long line = 1;

    Chunks(BufferedReader text) {
        this.text = text;
    }

    /** The next record; null at the end. */
    @Nullable
    Chunk next() throws IOException {
        String first = read();
        if (first == null) {
            return null;
        }
        Chunk chunk = new Chunk(line, new ArrayList<>(List.of(first)));
        boolean open = marks(first) % 2 != 0;
        int characters = first.length();
        while (open && chunk.lines().size() < MOST_LINES && characters < MOST_CHARACTERS) {
            String more = read();
            if (more == null) {
                break;
            }
            chunk.lines().add(more);
            characters += more.length();
            open = marks(more) % 2 == 0;
        }
        line += chunk.lines().size();
        return chunk;
    }

    /** Gives back all lines of a record but its first, to be read as records of their own. */
    void backToSecondLine(Chunk chunk) {
        chunk.lines().subList(1, chunk.lines().size()).reversed().forEach(again::push);
        line = chunk.line() + 1;
    }

    private @Nullable String read() throws IOException {
        return again.isEmpty() ? text.readLine() : again.pop();
    }

    private static long marks(String line) {
        return line.chars().filter(c -> c == '"').count();
    }
}

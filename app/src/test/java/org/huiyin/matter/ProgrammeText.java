package org.huiyin.matter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Definitions as they are written, for tests that change a line of them. */
public final class ProgrammeText {

    private ProgrammeText() {}

    public static String threeLists() {
        try (InputStream in = Objects.requireNonNull(
                ProgrammeText.class.getResourceAsStream("/programmes/three-lists/programme.yaml"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.huiyin.api;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.jspecify.annotations.Nullable;

/** Reads parameters of addresses; what cannot be read is refused by name, never guessed. */
public final class Parameters {

    private Parameters() {}

    public static int number(String name, String written, int least, int most) {
        if (!written.matches("-?[0-9]{1,9}") || Integer.parseInt(written) < least || Integer.parseInt(written) > most) {
            throw wrong(name);
        }
        return Integer.parseInt(written);
    }

    /** A cursor as {@code next} links carry it; empty for the first page. Null read is refused as an unknown form is. */
    public static <T> Optional<T> cursor(String written, Pattern form, Function<String, @Nullable T> read) {
        if (written.isEmpty()) {
            return Optional.empty();
        }
        if (!form.matcher(written).matches()) {
            throw wrong("after");
        }
        T place = read.apply(written);
        if (place == null) {
            throw wrong("after");
        }
        return Optional.of(place);
    }

    /** The refusal of a parameter that says nothing that can be understood. */
    public static ProblemException wrong(String name) {
        return new ProblemException(Problem.of("bad-parameter", 400, name).with("parameter", name));
    }
}

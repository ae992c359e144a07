package org.huiyin.activity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;

/** Says in words what came of something that was asked. */
final class Answers {

    private Answers() {}

    /** Ends the request with a problem unless it was done. */
    static Tried.Done done(Page page, Tried tried) {
        if (tried instanceof Tried.Done done) {
            return done;
        }
        throw new ProblemException(problem(page, tried));
    }

    private static Problem problem(Page page, Tried tried) {
        return switch (tried) {
            case Tried.Done done -> throw new IllegalStateException("nothing is wrong");
            case Tried.NoSuch none -> unknown();
            case Tried.NotYours no -> Problem.of("forbidden", 403);
            case Tried.Stale(int expected, int actual) ->
                Problem.of("activity-changed", 409).with("version", actual);
            case Tried.KeyReused reused -> Problem.of("key-reused", 409);
            case Tried.Refused refused ->
                Problem.of("activity-refused", 422)
                        .because(String.join(" ", sentences(page, refused)))
                        .with("reasons", refused.why().stream().map(Wrong::slug).toList())
                        .with("errors", errors(page, refused));
        };
    }

    private static List<java.util.Map<String, String>> errors(Page page, Tried.Refused refused) {
        return refused.fields().stream()
                .map(error -> java.util.Map.of("field", error.field(), "message", Filled.said(page, error)))
                .toList();
    }

    static List<String> sentences(Page page, Tried.Refused refused) {
        List<String> sentences = new ArrayList<>(
                refused.why().stream().map(one -> page.t(one.key())).collect(Collectors.toList()));
        return sentences;
    }

    static Problem unknown() {
        return Problem.of("no-such-activity", 404);
    }

    /** A number in an address; 0, which nothing has, when it is none. */
    static long number(String written) {
        return written.matches("[0-9]{1,18}") ? Long.parseLong(written) : 0;
    }
}

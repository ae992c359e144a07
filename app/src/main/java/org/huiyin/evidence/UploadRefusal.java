package org.huiyin.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;

/**
 * Why an upload was not taken.
 *
 * @param file the cleaned name of the file; empty when the refusal is about all of them
 * @param facts what the sentence names besides the file: a limit, a measure
 */
public record UploadRefusal(Reason reason, String file, List<String> facts) {

    public UploadRefusal {
        facts = List.copyOf(facts);
    }

    UploadRefusal(Reason reason, String file, String... facts) {
        this(reason, file, List.of(facts));
    }

    /** The grounds, each with the HTTP status that says the same to a program. */
    public enum Reason {
        EMPTY(422),
        TOO_LARGE(413),
        TOO_MANY(422),
        REQUEST_TOO_LARGE(413),
        /** Too much within an hour from people who are not signed in. */
        TOO_OFTEN(429),
        TYPE_NOT_TAKEN(415),
        PICTURE_FORMAT(415),
        TOO_MANY_PIXELS(422),
        DAMAGED(422),
        MACROS(422),
        UNPACKS_TOO_LARGE(422),
        /** Uploaded by somebody else, already used, or swept. */
        GONE(422),
        NO_ROOM(507);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The problem to answer a request with; its texts are {@code problem.upload-<reason>.…}. */
    public Problem problem() {
        List<Object> arguments = new ArrayList<>(facts);
        arguments.addFirst(file);
        return Problem.of("upload-" + reason.slug(), reason.status(), arguments.toArray());
    }

    /** What is wrong and what to do, in a line to stand beside a form's input. */
    public String sentence(Page page) {
        Problem problem = problem();
        return problem.why(page) + (page.lang().equals("en") ? " " : "") + problem.next(page);
    }
}

package org.huiyin.evidence;

import java.util.List;
import java.util.Locale;

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
        /** The request ended before its files did. */
        CUT_SHORT(400),
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

        public int status() {
            return status;
        }

        /** The name in addresses and message keys: {@code too-large}. */
        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public String messageKey() {
        return "evidence.refused." + reason.slug();
    }

    /** The arguments of the message: the file, then the facts. */
    public Object[] messageArguments() {
        Object[] arguments = new Object[facts.size() + 1];
        arguments[0] = file;
        for (int i = 0; i < facts.size(); i++) {
            arguments[i + 1] = facts.get(i);
        }
        return arguments;
    }
}

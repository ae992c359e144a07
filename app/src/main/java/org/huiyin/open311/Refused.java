package org.huiyin.open311;

import java.util.List;

/** Ends a request with errors, as the specification wants them: 404 for what does not exist, 403 for keys, 400 for the rest. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient List<String> descriptions;

    Refused(int status, List<String> descriptions) {
        super(String.join("; ", descriptions), null, false, false);
        this.status = status;
        this.descriptions = List.copyOf(descriptions);
    }

    Refused(int status, String description) {
        this(status, List.of(description));
    }

    int status() {
        return status;
    }

    List<String> descriptions() {
        return descriptions;
    }
}

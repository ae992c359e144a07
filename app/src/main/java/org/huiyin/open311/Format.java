package org.huiyin.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;

/** In which of the two formats an answer is written: as the address ends, else as the caller accepts, else XML, which the specification requires. */
enum Format {
    XML("text/xml"),
    JSON("application/json");

    private final MediaType type;

    Format(String type) {
        this.type = MediaType.parseMediaType(type + ";charset=utf-8");
    }

    MediaType type() {
        return type;
    }

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Format of(HttpServletRequest request) {
        return of(request, request.getRequestURI());
    }

    /** The same for a path that is not the request's own any more. */
    static Format of(HttpServletRequest request, String path) {
        return ending(path).flatMap(Format::named).orElseGet(() -> accepted(request));
    }

    /** What stands behind the last dot of the last part of an address; empty when there is none. */
    static Optional<String> ending(String path) {
        String last = path.substring(path.lastIndexOf('/') + 1);
        int dot = last.lastIndexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(last.substring(dot + 1));
    }

    static Optional<Format> named(String ending) {
        return List.of(values()).stream()
                .filter(format -> format.ending().equals(ending.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    private static Format accepted(HttpServletRequest request) {
        String header = request.getHeader("Accept");
        if (header == null || header.isBlank()) {
            return XML;
        }
        try {
            var types = MimeTypeUtils.parseMimeTypes(header);
            MimeTypeUtils.sortBySpecificity(types);
            return types.stream()
                    .map(type -> type.getSubtype())
                    .filter(subtype -> subtype.endsWith("json") || subtype.endsWith("xml"))
                    .findFirst()
                    .map(subtype -> subtype.endsWith("json") ? JSON : XML)
                    .orElse(XML);
        } catch (InvalidMimeTypeException e) {
            return XML;
        }
    }
}

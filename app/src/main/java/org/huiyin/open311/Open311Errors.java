package org.huiyin.open311;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Dialect;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells errors as the specification has them, in the format of the request. */
@RestControllerAdvice(assignableTypes = Open311Api.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Open311Errors implements Dialect {

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused, HttpServletRequest request) {
        Format format = Format.of(request);
        return ResponseEntity.status(refused.status())
                .contentType(format.type())
                .body(errors(format, refused.status(), refused.descriptions()));
    }

    @Override
    public boolean spokenAt(String path) {
        return path.startsWith("/open311/");
    }

    /** Whatever else ends a request: a problem of ours in the words of Open311, where most of them are 400. */
    @Override
    public void tell(Problem problem, Page page, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        int status = switch (problem.status()) {
            case 401, 403 -> 403;
            case 404, 429 -> problem.status();
            default -> problem.status() >= 500 ? problem.status() : 400;
        };
        Format format = Format.of(request, page.path());
        response.setStatus(status);
        response.setContentType(format.type().toString());
        response.getOutputStream().write(errors(format, status, List.of(problem.why(page) + " " + problem.next(page))));
    }

    private static byte[] errors(Format format, int status, List<String> descriptions) {
        Answer.Listing listing = new Answer.Listing(
                "errors",
                "error",
                descriptions.stream().map(text -> error(status, text)).toList());
        return Writing.bytes(format, listing);
    }

    private static Map<String, Object> error(int status, String description) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", status);
        error.put("description", description);
        return error;
    }
}

package org.huiyin.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Pages;
import org.huiyin.frame.Problem;
import org.huiyin.frame.Problems;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Tells errors as the specification has them, in the format of the request. */
@RestControllerAdvice(assignableTypes = Open311Api.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Open311Errors {

    private final Problems problems;
    private final Pages pages;

    Open311Errors(Problems problems, Pages pages) {
        this.problems = problems;
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused refused, HttpServletRequest request) {
        return errors(Format.of(request), refused.status(), refused.descriptions());
    }

    /** Whatever else ends a request: a problem of ours in the words of Open311, where most of them are 400. */
    @ExceptionHandler
    ResponseEntity<byte[]> failed(Exception e, HttpServletRequest request) {
        Problem problem = problems.of(request, e);
        Page page = pages.of(request);
        int status = switch (problem.status()) {
            case 401, 403 -> 403;
            case 404, 429 -> problem.status();
            default -> problem.status() >= 500 ? problem.status() : 400;
        };
        return errors(Format.of(request), status, List.of(problem.why(page) + " " + problem.next(page)));
    }

    private static ResponseEntity<byte[]> errors(Format format, int status, List<String> descriptions) {
        Answer.Listing listing = new Answer.Listing(
                "errors",
                "error",
                descriptions.stream().map(text -> error(status, text)).toList());
        return ResponseEntity.status(status).contentType(format.type()).body(Writing.bytes(format, listing));
    }

    private static Map<String, Object> error(int status, String description) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", status);
        error.put("description", description);
        return error;
    }
}

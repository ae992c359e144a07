package org.huiyin.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what failed before or beside a controller: filters, the server itself. */
@Controller
class ErrorPage implements ErrorController {

    private final Problems problems;

    ErrorPage(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    void failed(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        int status = code instanceof Integer number ? number : 404;
        Throwable cause = cause(request);
        if (cause instanceof IOException broken && ofServer(broken)) {
            // nobody else reads the body, so only the server found that it was broken off
            problems.answer(request, response, Causes.ofStatus(400));
        } else if (cause != null) {
            problems.answer(request, response, problems.of(request, cause));
        } else if (status >= 500) {
            problems.answer(request, response, problems.of(request, new IllegalStateException("status " + status)));
        } else {
            problems.answer(request, response, Causes.ofStatus(status));
        }
    }

    private static boolean ofServer(IOException cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length > 0
                && (trace[0].getClassName().startsWith("org.apache.coyote.")
                        || trace[0].getClassName().startsWith("org.apache.tomcat."));
    }

    private static @Nullable Throwable cause(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause ? cause : null;
    }
}

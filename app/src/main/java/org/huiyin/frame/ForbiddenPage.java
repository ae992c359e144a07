package org.huiyin.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** What somebody sees who may not do this, or whose page grew too old to send; the account module hands it to Spring Security. */
@Component
public class ForbiddenPage implements AccessDeniedHandler {

    private final Problems problems;

    ForbiddenPage(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        String slug = denied instanceof CsrfException ? "page-too-old" : "forbidden";
        problems.answer(request, response, Problem.of(slug, 403));
    }
}

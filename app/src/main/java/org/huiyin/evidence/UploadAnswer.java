package org.huiyin.evidence;

import gg.jte.output.Utf8ByteOutput;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.huiyin.evidence.UploadRefusal.Reason;
import org.huiyin.frame.Page;
import org.huiyin.frame.Pages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.databind.json.JsonMapper;

/** Tells a sender that a whole request with files could not be taken: a page for readers, a problem for programs. */
@ControllerAdvice
final class UploadAnswer {

    private final EvidenceSettings settings;
    private final Pages pages;
    private final JsonMapper json;
    private final StaticTemplates templates = new StaticTemplates();

    UploadAnswer(EvidenceSettings settings, Pages pages, JsonMapper json) {
        this.settings = settings;
        this.pages = pages;
        this.json = json;
    }

    /** Requests that did not say how large they are. */
    @ExceptionHandler(MaxUploadSizeExceededException.class)
    void requestTooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String most = Long.toString(settings.request().toMegabytes());
        refuse(new UploadRefusal(Reason.REQUEST_TOO_LARGE, "", most), request, response);
    }

    @ExceptionHandler(MultipartException.class)
    void cutShort(HttpServletRequest request, HttpServletResponse response) throws IOException {
        refuse(new UploadRefusal(Reason.CUT_SHORT, ""), request, response);
    }

    static ProblemDetail problem(Page page, UploadRefusal why) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatusCode.valueOf(why.reason().status()), page.t(why.messageKey(), why.messageArguments()));
        problem.setType(URI.create("/problems/upload-" + why.reason().slug()));
        problem.setTitle(page.t("evidence.refused.title"));
        return problem;
    }

    private void refuse(UploadRefusal why, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Page page = pages.of(request);
        response.setStatus(why.reason().status());
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        if (accept != null && accept.contains(MediaType.TEXT_HTML_VALUE)) {
            Utf8ByteOutput html = new Utf8ByteOutput();
            templates.evidenceRefused(page, why).render(html);
            send(response, "text/html;charset=UTF-8", html.toByteArray());
        } else {
            byte[] problem = json.writeValueAsString(problem(page, why)).getBytes(StandardCharsets.UTF_8);
            send(response, MediaType.APPLICATION_PROBLEM_JSON_VALUE, problem);
        }
    }

    private static void send(HttpServletResponse response, String type, byte[] body) throws IOException {
        response.setContentType(type);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}

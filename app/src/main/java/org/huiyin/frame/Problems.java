package org.huiyin.frame;

import gg.jte.models.runtime.JteModel;
import gg.jte.output.Utf8ByteOutput;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.InvalidMimeTypeException;
import org.springframework.util.MimeTypeUtils;
import tools.jackson.databind.json.JsonMapper;

/** Answers a request with a problem: problem+json for programs, a page for people, a notice for a part of a page. */
@Component
public class Problems {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);
    private static final String INCIDENT_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private final Pages pages;
    private final JsonMapper json;
    private final ObjectProvider<Dialect> dialects;
    private final StaticTemplates templates = new StaticTemplates();
    private final SecureRandom random = new SecureRandom();

    Problems(Pages pages, JsonMapper json, ObjectProvider<Dialect> dialects) {
        this.pages = pages;
        this.json = json;
        this.dialects = dialects;
    }

    public void answer(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        response.setStatus(problem.status());
        response.setHeader("Cache-Control", "no-store");
        Page page = pages.of(request);
        Optional<Dialect> dialect =
                dialects.stream().filter(one -> one.spokenAt(page.path())).findFirst();
        if (dialect.isPresent()) {
            dialect.get().tell(problem, page, request, response);
        } else if (readByProgram(request, page.path())) {
            if (problem.status() == 401 && response.getHeader(HttpHeaders.WWW_AUTHENTICATE) == null) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer"); // not Basic, at which browsers ask
            }
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.getOutputStream().write(json.writeValueAsBytes(members(problem, page)));
        } else {
            JteModel model = request.getHeader("HX-Request") == null
                    ? templates.frameProblem(page, problem)
                    : templates.frameProblembox(page, problem);
            Utf8ByteOutput out = new Utf8ByteOutput();
            model.render(out);
            response.setContentType(PageAnswer.HTML.toString());
            response.setContentLength(out.getContentLength());
            out.writeTo(response.getOutputStream());
        }
    }

    /** Whether a program asks, which has no use for a redirect to a page. */
    public boolean readByProgram(HttpServletRequest request) {
        return readByProgram(request, request.getRequestURI());
    }

    /** What an exception comes to: the problem it stands for, else a fault that is logged. */
    public Problem of(HttpServletRequest request, Throwable cause) {
        Problem known = Causes.problem(cause);
        return known == null ? fault(request, cause) : known;
    }

    /** Something broke that no reader can mend: the cause goes to the log, its number to the reader. */
    private Problem fault(HttpServletRequest request, Throwable cause) {
        StringBuilder letters = new StringBuilder();
        random.ints(8, 0, INCIDENT_LETTERS.length()).forEach(i -> letters.append(INCIDENT_LETTERS.charAt(i)));
        String incident = letters.toString();
        log.error(
                "Incident {}: {} {} was not answered, its reader saw a fault page",
                incident,
                request.getMethod(),
                request.getRequestURI(),
                cause);
        return Problem.of("fault", 500, incident).with("incident", incident);
    }

    private static Map<String, Object> members(Problem problem, Page page) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("type", problem.type());
        members.put("title", problem.title(page));
        members.put("status", problem.status());
        members.put("detail", problem.why(page));
        members.put("next", problem.next(page));
        members.put("instance", page.path());
        members.putAll(problem.members());
        return members;
    }

    /** Programs say so by what they accept or send; a browser accepts HTML first. */
    private static boolean readByProgram(HttpServletRequest request, String path) {
        if (path.startsWith("/api/")) {
            return true;
        }
        String sent = request.getContentType();
        String accepted = request.getHeader("Accept");
        if (accepted == null || accepted.equals("*/*")) {
            return sent != null && sent.contains("json");
        }
        try {
            var types = MimeTypeUtils.parseMimeTypes(accepted);
            MimeTypeUtils.sortBySpecificity(types);
            for (var type : types) {
                if (List.of("html", "xhtml+xml").contains(type.getSubtype())) {
                    return false;
                }
                if (type.getSubtype().endsWith("json")) {
                    return true;
                }
            }
        } catch (InvalidMimeTypeException e) {
            return false;
        }
        return false;
    }
}

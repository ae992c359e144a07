package org.huiyin.frame;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;

/** What a request hears that is too broken to reach any page of ours: the problem's words in both languages, and nothing of the server. */
public final class BareAnswer extends ErrorReportValve {

    /** Encodings and versions of HTTP that are not spoken here. */
    private static final Set<Integer> NOT_SPOKEN = Set.of(501, 505);

    private final Texts texts = Texts.fromClasspath(false);

    @Override
    protected void report(Request request, Response response, Throwable cause) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        boolean theirs = status < 500 || NOT_SPOKEN.contains(status);
        Problem problem = theirs ? Causes.ofStatus(status) : Problem.of("fault", status);
        StringBuilder said = new StringBuilder();
        for (Locale locale : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
            for (String part : new String[] {"title", theirs ? "why" : "about", "next"}) {
                said.append(texts.pattern(locale, "problem." + problem.slug() + "." + part))
                        .append('\n');
            }
            said.append('\n');
        }
        try {
            response.setContentType("text/plain");
            response.setCharacterEncoding("UTF-8");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.getReporter().write(said.toString());
            response.finishResponse();
        } catch (IOException e) {
            containerLog.debug("The reader of a broken request was gone", e);
        }
    }
}

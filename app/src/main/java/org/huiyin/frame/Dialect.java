package org.huiyin.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** How problems are told below addresses whose callers expect another form than ours, because a standard says so. */
public interface Dialect {

    /** Whether it is spoken at an address. */
    boolean spokenAt(String path);

    /** Answers with a problem; the status may become another one. */
    void tell(Problem problem, Page page, HttpServletRequest request, HttpServletResponse response) throws IOException;
}

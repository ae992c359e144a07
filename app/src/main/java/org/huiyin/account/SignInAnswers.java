package org.huiyin.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.huiyin.frame.Navigation;
import org.huiyin.frame.Problem;
import org.huiyin.frame.Problems;
import org.huiyin.org.Actors;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/** Where people are sent when they have to sign in, when they did, and when they could not. */
@Component
class SignInAnswers implements AuthenticationEntryPoint, AuthenticationSuccessHandler, AuthenticationFailureHandler {

    private static final String PAGE = "/sign-in";

    private final HttpSessionRequestCache asked = new HttpSessionRequestCache();
    private final Actors actors;
    private final Problems problems;

    SignInAnswers(Actors actors, Problems problems) {
        this.actors = actors;
        this.problems = problems;
    }

    /** A part of a page cannot become the sign-in page: htmx is told to leave the whole page. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        if (problems.readByProgram(request)) {
            problems.answer(request, response, Problem.of("sign-in-first", HttpStatus.UNAUTHORIZED.value()));
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", PAGE);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else {
            response.sendRedirect(PAGE);
        }
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var person = ((Ticket) authentication).getPrincipal();
        var wanted = asked.getRequest(request, response);
        asked.removeRequest(request, response);
        if (person.mustChange() || actors.of(person.actor().account()).size() > 1) {
            response.sendRedirect("/account");
        } else if (wanted != null) {
            response.sendRedirect(wanted.getRedirectUrl());
        } else {
            response.sendRedirect(Navigation.home(person.actor()));
        }
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        response.sendRedirect(
                why instanceof SignInGate.WaitException wait
                        ? PAGE + "?wait=" + wait.until().getEpochSecond()
                        : PAGE + "?wrong");
    }
}

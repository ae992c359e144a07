package org.huiyin.account;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** On every request: gives the person their reach as it is now, ends what was withdrawn, and sends one who must change the password to do so. */
final class StillHere extends OncePerRequestFilter {

    private static final List<String> OPEN_BEFORE_CHANGE =
            List.of("/account", "/sign-out", "/assets/", "/webjars/", "/_static/", "/manifest.webmanifest");

    private final Standing standing;

    StillHere(Standing standing) {
        this.standing = standing;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (!(authentication instanceof Ticket ticket)) {
            chain.doFilter(request, response);
            return;
        }
        var person = ticket.getPrincipal();
        var now = standing.of(person.actor().account(), person.actor().post())
                .filter(stands -> stands.seal().equals(person.seal()));
        if (now.isEmpty()) {
            end(request);
        } else if (!now.get().actor().equals(person.actor())) {
            SecurityContextHolder.setContext(
                    new SecurityContextImpl(new Ticket(person.at(now.get().actor()))));
        }
        if (now.isPresent() && person.mustChange() && !openBeforeChange(request)) {
            response.sendRedirect("/account");
            return;
        }
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }

    private static boolean openBeforeChange(HttpServletRequest request) {
        var path = request.getRequestURI();
        return OPEN_BEFORE_CHANGE.stream().anyMatch(path::startsWith);
    }
}

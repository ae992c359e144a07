package org.huiyin.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/** Seats a person of a running session anew: at another post, or with a changed password. The session gets a new number each time. */
@Component
class Desks {

    private final SecurityContextRepository sessions = new HttpSessionSecurityContextRepository();

    void sit(Person person, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var context = new SecurityContextImpl(new Ticket(person));
        SecurityContextHolder.setContext(context);
        sessions.saveContext(context, request, response);
    }
}

package org.huiyin.account;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.huiyin.frame.Page;
import org.huiyin.frame.Said;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where residents open an account of their own. Nobody needs one to raise a matter or to follow it. */
@Controller
class RegistrationPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Registration registration;

    RegistrationPage(Registration registration) {
        this.registration = registration;
    }

    @GetMapping("/register")
    JteModel show(Page page) {
        return templates.accountRegister(page, "", "", null);
    }

    @PostMapping("/register")
    ResponseEntity<?> register(
            @RequestParam String name,
            @RequestParam String login,
            @RequestParam String password,
            Page page,
            HttpServletRequest request,
            HttpServletResponse response) {
        var fault = registration.ask(name.strip(), Accounts.tidy(login), password, request.getRemoteAddr());
        if (fault.isPresent()) {
            return ResponseEntity.unprocessableContent()
                    .body(templates.accountRegister(page, name, login, fault.get()));
        }
        Said.next(response, page.t("account.register.done", name.strip()));
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header("Location", "/sign-in")
                .build();
    }
}

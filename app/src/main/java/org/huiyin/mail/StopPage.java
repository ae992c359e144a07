package org.huiyin.mail;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.matter.MatterNumber;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a raiser ends the mails at one press, without signing in; mail programs press it for them (RFC 8058). */
@Controller
class StopPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Raisers raisers;

    StopPage(Raisers raisers) {
        this.raisers = raisers;
    }

    @GetMapping("/mail/stop/{number}/{token}")
    JteModel show(@PathVariable String number, @PathVariable String token, Page page) {
        Address address = address(number, token);
        return templates.mailStop(page, address.hint(), raisers.stopped(address));
    }

    @PostMapping("/mail/stop/{number}/{token}")
    JteModel stop(
            @PathVariable String number,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String again,
            Page page) {
        Address address = address(number, token);
        if (again.isEmpty()) {
            raisers.stop(address, page.formats().now());
        } else {
            raisers.goOn(address);
        }
        return templates.mailStop(page, address.hint(), again.isEmpty());
    }

    private Address address(String number, String token) {
        return MatterNumber.read(number)
                .flatMap(matter -> raisers.find(matter, token))
                .orElseThrow(() -> new ProblemException(Problem.of("not-found", 404)));
    }
}

package org.huiyin.account;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.time.Instant;
import org.huiyin.frame.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people sign in; Spring Security's filter takes what they send. */
@Controller
class SignInPage {

    private static final long YEAR_9999 = 253_370_764_800L;

    private final StaticTemplates templates = new StaticTemplates();

    /** @param wait until when this login or address has to wait, in seconds since 1970 */
    @GetMapping("/sign-in")
    JteModel show(
            Page page,
            @RequestParam(required = false) @Nullable String wrong,
            @RequestParam(required = false) @Nullable Long wait) {
        var until = wait == null || wait < 0 || wait > YEAR_9999 ? null : Instant.ofEpochSecond(wait);
        return templates.accountSignIn(page, wrong != null, until);
    }
}

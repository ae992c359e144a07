package org.huiyin.frame;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Where residents begin. */
@Controller
class HomePage {

    private final StaticTemplates templates = new StaticTemplates();

    @GetMapping("/")
    JteModel home(Page page) {
        return templates.frameHome(page);
    }
}

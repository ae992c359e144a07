package org.huiyin.alike;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The part of the raise form that says who said the same nearby. What is typed is compared and forgotten. */
@Controller
class OthersPage {

    private static final int LEAST_LETTERS = 4;
    private static final int LONGEST = 20_000;

    private final StaticTemplates templates = new StaticTemplates();
    private final Others others;
    private final List<String> open;

    OthersPage(Others others, @Value("${huiyin.intake.programmes:three-lists}") List<String> open) {
        this.others = others;
        this.open = List.copyOf(open);
    }

    @PostMapping("/raise/others")
    JteModel others(@RequestParam Map<String, String> fields, Page page) {
        String programme = fields.getOrDefault("programme", "");
        int length = fields.values().stream().mapToInt(String::length).sum();
        String title = fields.getOrDefault("title", "").strip();
        boolean asks = open.contains(programme) && title.length() >= LEAST_LETTERS && length <= LONGEST;
        return templates.alikeOthers(
                page, asks ? others.of(page, programme, fields) : List.of(), fields.getOrDefault("same-as", ""));
    }
}

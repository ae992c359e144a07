package org.huiyin.api;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.frame.Page;
import org.huiyin.key.Scope;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The addresses of the API for people. */
@Controller
class DevelopersPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Operations operations;

    DevelopersPage(Operations operations) {
        this.operations = operations;
    }

    @GetMapping("/developers")
    JteModel show(Page page) {
        Map<String, List<Operation>> groups = operations.all().stream()
                .collect(Collectors.groupingBy(Operation::group, LinkedHashMap::new, Collectors.toList()));
        List<AddressRows> shown = groups.entrySet().stream()
                .map(group -> new AddressRows(
                        group.getKey(),
                        page.t("api.group." + group.getKey()),
                        group.getValue().stream()
                                .map(one -> new AddressRows.Row(
                                        one.method(),
                                        one.path(),
                                        page.t(one.text()),
                                        one.scopes().stream().map(Scope::key).toList(),
                                        one.open()))
                                .toList()))
                .toList();
        return templates.apiDevelopers(page, shown);
    }
}

package org.huiyin.register;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Organisation;
import org.huiyin.org.Reach;
import org.huiyin.programme.Field;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Registers for everybody: those whose names are public, with their public fields. They are read by place and not searched by words, since words also
 * look into what is for staff.
 */
@Controller
class OpenRegisterPage {

    private static final int PAGE = 50;

    private final StaticTemplates templates = new StaticTemplates();
    private final Registers registers;
    private final Entries entries;
    private final FieldWords words;
    private final Organisation organisation;

    OpenRegisterPage(Registers registers, Entries entries, FieldWords words, Organisation organisation) {
        this.registers = registers;
        this.entries = entries;
        this.words = words;
        this.organisation = organisation;
    }

    @GetMapping("/registers")
    JteModel home(Page page) {
        return templates.registerOpenregisters(
                page,
                registers.all().stream()
                        .filter(OpenRegisterPage::open)
                        .map(one -> new RegisterTile(
                                "/registers/" + one.name(),
                                page.t(one.title()),
                                page.t(one.one()),
                                present(page, one, ""),
                                false))
                        .toList());
    }

    @GetMapping("/registers/{name}")
    JteModel list(@PathVariable String name, @RequestParam Map<String, String> parameters, Page page) {
        Register register = registers
                .find(name)
                .filter(OpenRegisterPage::open)
                .orElseThrow(() -> new ProblemException(Problem.of("no-such-register", 404)));
        EntryAddress asked = EntryAddress.of(parameters);
        EntryAddress address = new EntryAddress("", asked.place(), asked.exactly(), "", "", "", asked.after());
        List<Entry> found = entries.page(address.filter(register, Reach.EVERYWHERE, null, PAGE + 1));
        List<Entry> shown = found.subList(0, Math.min(PAGE, found.size()));
        List<Field> columns = register.form().fields().stream()
                .filter(field -> register.seen(field.name()) == Register.Seen.PUBLIC)
                .filter(field -> !field.name().equals(register.titleField()))
                .toList();
        String path = "/registers/" + register.name();
        return templates.registerOpenregister(
                page,
                new OpenRegister(
                        page.t(register.title()),
                        path,
                        columns.stream().map(field -> page.t(field.title())).toList(),
                        shown.stream()
                                .map(one -> row(page, register, columns, one))
                                .toList(),
                        present(page, register, address.place()),
                        address.place(),
                        Options.of(organisation, page.locale()).places(),
                        found.size() > PAGE
                                ? path + "?" + address.behind(shown.getLast()).query()
                                : null));
    }

    private static boolean open(Register register) {
        return !register.strict() && register.seen(register.titleField()) == Register.Seen.PUBLIC;
    }

    private long present(Page page, Register register, String place) {
        return entries.present(register.name(), place, null, "", page.formats().today());
    }

    private OpenRegister.Row row(Page page, Register register, List<Field> columns, Entry entry) {
        Map<String, Object> open = register.upTo(Register.Seen.PUBLIC, entry.fields());
        return new OpenRegister.Row(
                register.label(entry.number()),
                entry.name(),
                columns.stream()
                        .map(field -> {
                            Object value = open.get(field.name());
                            return value == null ? "" : words.said(page, field, value);
                        })
                        .toList(),
                words.place(page, entry.place()));
    }
}

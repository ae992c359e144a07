package org.huiyin.register;

import gg.jte.models.runtime.JteModel;
import huiyin.pages.StaticTemplates;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The registers of the desk: which there are, and the entries of one. */
@Controller
class RegisterPage {

    private final StaticTemplates templates = new StaticTemplates();
    private final Registers registers;
    private final RegisterAccess access;
    private final EntryLists lists;
    private final Entries entries;
    private final Counts counts;

    RegisterPage(Registers registers, RegisterAccess access, EntryLists lists, Entries entries, Counts counts) {
        this.registers = registers;
        this.access = access;
        this.lists = lists;
        this.entries = entries;
        this.counts = counts;
    }

    @GetMapping("/desk/registers")
    JteModel home(Page page) {
        if (!page.reader().staff()) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
        List<RegisterTile> tiles = new ArrayList<>();
        for (Register register : registers.all()) {
            var reach = EntryLists.reach(page, register);
            if (!RegisterAccess.nowhere(register.readable(page.reader()))) {
                long present = counts
                        .byKind(
                                register.name(),
                                reach,
                                Counts.Within.EVERYWHERE,
                                page.formats().today())
                        .values()
                        .stream()
                        .mapToLong(Long::longValue)
                        .sum();
                tiles.add(new RegisterTile(
                        "/desk/registers/" + register.name(),
                        page.t(register.title()),
                        page.t(register.one()),
                        present,
                        register.strict()));
            }
        }
        return templates.registerRegisters(page, tiles);
    }

    @GetMapping("/desk/registers/{name}")
    JteModel list(@PathVariable String name, @RequestParam Map<String, String> parameters, Page page) {
        Register register = access.register(page.reader(), name);
        EntryAddress address = EntryAddress.of(parameters);
        List<Register> parents = register.parents().stream()
                .flatMap(one -> registers.find(one).stream())
                .toList();
        Entry parent = entries.labelled(parents, address.under()).orElse(null);
        return templates.registerList(page, lists.of(page, register, address, parent));
    }
}

package org.huiyin.register;

import java.util.List;
import java.util.Map;
import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Actor;
import org.huiyin.sheet.Listing;
import org.huiyin.sheet.SheetList;
import org.jspecify.annotations.Nullable;

/** A register as it is taken along: the rows of its page, all of them. There is one for each register. */
final class RegisterSheet implements SheetList {

    private static final int ROWS = 1000;

    private final Register register;
    private final Entries entries;
    private final SheetColumns columns;
    private final Registers registers;

    RegisterSheet(Register register, Entries entries, SheetColumns columns, Registers registers) {
        this.register = register;
        this.entries = entries;
        this.columns = columns;
        this.registers = registers;
    }

    @Override
    public String name() {
        return "register-" + register.name();
    }

    @Override
    public boolean open(Actor reader) {
        return reader.staff() && !RegisterAccess.nowhere(register.readable(reader));
    }

    @Override
    public Listing<?> listing(Page page, Map<String, String> parameters) {
        EntryAddress address = EntryAddress.of(parameters);
        var filters = new Listing.Narrowing()
                .by(page.t("register.search"), address.q())
                .by(page.t("register.place"), address.place())
                .by(page.t("register.exactly"), address.exactly() ? page.t("frame.yes") : "")
                .by(page.t("register.kind"), address.kind())
                .by(
                        page.t("register.state"),
                        page.t("register.state." + address.wanted().key()))
                .by(page.t("register.parent"), address.under());
        Long under = under(address);
        EntryFilter filter =
                address.in(address.place()).filter(register, EntryLists.reach(page, register), under, ROWS);
        return new Listing<>(
                page.t(register.title()),
                filters.facts(),
                columns.of(page, register),
                -1,
                (@Nullable SheetRow last) -> columns.rows(
                        page,
                        register,
                        entries.page(last == null ? filter : filter.behind(last.entry())),
                        Looks.What.EXPORT));
    }

    private @Nullable Long under(EntryAddress address) {
        List<Register> parents = register.parents().stream()
                .flatMap(one -> registers.find(one).stream())
                .toList();
        if (address.under().isEmpty()) {
            return null;
        }
        return entries.labelled(parents, address.under())
                .map(Entry::id)
                .orElseThrow(() -> new ProblemException(Problem.of("no-such-entry", 404)));
    }
}

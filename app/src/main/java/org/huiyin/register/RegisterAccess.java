package org.huiyin.register;

import org.huiyin.frame.Page;
import org.huiyin.frame.Problem;
import org.huiyin.frame.ProblemException;
import org.huiyin.org.Actor;
import org.huiyin.org.Reach;
import org.springframework.stereotype.Component;

/** Whether a reader may open a register, and one of its entries. To everybody else an entry does not exist. */
@Component
public class RegisterAccess {

    private final Registers registers;
    private final Entries entries;

    RegisterAccess(Registers registers, Entries entries) {
        this.registers = registers;
        this.entries = entries;
    }

    /** The register, if this reader may see anything of it. */
    public Register register(Actor reader, String name) {
        if (!reader.staff()) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
        Register register =
                registers.find(name).orElseThrow(() -> new ProblemException(Problem.of("no-such-register", 404)));
        if (nowhere(register.readable(reader))) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
        return register;
    }

    /** The register, if this reader may write in it at all. */
    public Register written(Actor reader, String name) {
        Register register = register(reader, name);
        if (nowhere(register.editable(reader))) {
            throw new ProblemException(Problem.of("forbidden", 403));
        }
        return register;
    }

    /** The entry with that number, {@code RD-17} or {@code 17}, if this reader may see it. */
    public Entry entry(Actor reader, Register register, String number) {
        String digits = number.replaceFirst("^" + register.prefix() + "-", "");
        return java.util.Optional.of(digits)
                .filter(one -> one.matches("[0-9]{1,9}"))
                .flatMap(one -> entries.numbered(register, Integer.parseInt(one)))
                .filter(entry -> entry.within(register.readable(reader)))
                .orElseThrow(() -> new ProblemException(Problem.of("no-such-entry", 404)));
    }

    static boolean edits(Page page, Register register, Entry entry) {
        return entry.within(register.editable(page.reader()));
    }

    static boolean nowhere(Reach reach) {
        return !reach.everywhere() && reach.units().isEmpty() && reach.places().isEmpty();
    }
}

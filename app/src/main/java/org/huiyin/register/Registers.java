package org.huiyin.register;

import java.util.List;
import java.util.Optional;

/** Every register this installation keeps, by its name. Immutable. */
public record Registers(List<Register> all) {

    public Registers {
        all = List.copyOf(all);
    }

    public Optional<Register> find(String name) {
        return all.stream().filter(one -> one.name().equals(name)).findFirst();
    }

    /** The register with that name; a fault when this installation keeps none. */
    public Register of(String name) {
        return find(name).orElseThrow(() -> new IllegalStateException("There is no register " + name));
    }

    /** The register whose numbers begin so. */
    public Optional<Register> withPrefix(String prefix) {
        return all.stream().filter(one -> one.prefix().equalsIgnoreCase(prefix)).findFirst();
    }
}

package org.huiyin.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.huiyin.org.Actor;
import org.huiyin.register.FactOutcome;
import org.huiyin.register.FactRequest;
import org.huiyin.register.Keeping;
import org.huiyin.register.Register;
import org.huiyin.register.Registers;

/** Enters people and things in the registers of an application, as a sheet brought in would. */
public final class Books {

    private Books() {}

    /**
     * Enters one.
     *
     * @param fields with its place; on 5 January 2026 unless they say on which day
     * @return its number as people write it
     */
    public static String enter(TestApp app, String register, int unit, Map<String, Object> fields) {
        Map<String, Object> whole = new HashMap<>(Map.of("unit", (long) unit, "on", "2026-01-05"));
        whole.putAll(fields);
        Register book = app.bean(Registers.class).of(register);
        FactOutcome outcome = app.bean(Keeping.class)
                .keep(
                        Actor.SYSTEM,
                        FactRequest.enter(book, whole, UUID.randomUUID().toString()));
        if (outcome instanceof FactOutcome.Kept(var entry)) {
            return book.label(entry.number());
        }
        throw new IllegalStateException(register + " refused " + whole + ": " + outcome);
    }
}

package org.huiyin.register;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.huiyin.privacy.Keyring;
import org.jspecify.annotations.Nullable;

/**
 * An entry as it stands, with what is needed to write down what comes next.
 *
 * @param sealed the sealed fields as they are stored
 * @param last the day of its newest fact
 * @param parent the number of the entry it belongs to, as people say it; "" for none
 * @param login the sign-in of the person, of a resident, whose sign-in nobody can read, # and the number of the account; "" for none
 */
record Standing(Entry entry, byte @Nullable [] sealed, LocalDate last, String parent, String login) {

    static String owner(long entry) {
        return "register:" + entry;
    }

    /** The sealed fields, opened. */
    static Map<String, Object> open(Keyring keyring, long entry, byte @Nullable [] sealed) {
        return sealed == null ? Map.of() : EntryRows.fields(keyring.open(sealed, owner(entry)));
    }

    /** Everything it says, as a form takes it. */
    Map<String, Object> values(Keyring keyring) {
        Map<String, Object> values = new LinkedHashMap<>(entry.fields());
        values.putAll(open(keyring, entry.id(), sealed));
        values.put(EntryForm.PLACE, entry.place());
        values.put(EntryForm.UNIT, (long) entry.unit());
        if (!parent.isEmpty()) {
            values.put(EntryForm.PARENT, parent);
        }
        if (!login.isEmpty()) {
            values.put(EntryForm.LOGIN, login);
        }
        return values;
    }
}

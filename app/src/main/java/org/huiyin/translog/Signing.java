package org.huiyin.translog;

import java.util.Arrays;
import java.util.Optional;

/** Whether a log may sign: nothing that is inconsistent with what it signed before, and not with a key nobody knows. */
final class Signing {

    private Signing() {}

    /** @throws Stopped when it may not */
    static void mayGoOn(LogKeys keys, Head head) {
        Optional<Note> newest = keys.newest();
        if (newest.isPresent() && older(newest.get(), head)) {
            throw new Stopped("The database is older than what was signed: the log has " + head.size()
                    + " entries, a checkpoint of "
                    + Checkpoint.parse(newest.get().text()).size() + " is in " + keys.newestFile()
                    + ". Nothing is signed until this is decided; see the operator's guide, \"The log stands still\"");
        }
        if (head.signed().stream().anyMatch(note -> !(note.check(keys.verifiers()) instanceof Note.Checked.Signed))) {
            throw new Stopped("None of the keys in " + keys.file()
                    + " signed the log's last checkpoint. Copy the key file of"
                    + " the machine that did; see the operator's guide, \"The log stands still\"");
        }
    }

    /** Whether a database is older than a checkpoint that was signed, or another one of the same size. */
    static boolean older(Note signed, Head head) {
        Checkpoint known = Checkpoint.parse(signed.text());
        return known.size() > head.size() || (known.size() == head.size() && !Arrays.equals(known.root(), head.root()));
    }
}

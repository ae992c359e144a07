package org.huiyin.translog;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.huiyin.matter.Desk;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.WholeSteps;
import org.huiyin.programme.Programmes;

/** Makes receipts out of the log and the steps' own rows. */
final class Receipts {

    private final LogReading log;
    private final DataSource database;
    private final Programmes programmes;
    private final WholeSteps steps;
    private final FileDigests files;

    Receipts(LogReading log, Desk.Equipment equipment) {
        this.log = log;
        this.database = equipment.database();
        this.programmes = equipment.programmes();
        this.steps = new WholeSteps(equipment.keyring());
        this.files = new FileDigests(database);
    }

    /**
     * The receipt of a step; empty while its entry has no place in the log yet.
     *
     * @param mayBeTold what the bearer may know of what the entry seals
     */
    Optional<Receipt> of(MatterNumber number, int seq, Predicate<Told> mayBeTold) {
        return log.position(number.id(), seq).map(position -> of(number, seq, position, mayBeTold));
    }

    private Receipt of(MatterNumber number, int seq, LogReading.Position position, Predicate<Told> mayBeTold) {
        Entry entry = Entry.parse(new String(log.entry(position.position()), StandardCharsets.UTF_8));
        Note note = checkpointFor(position.position());
        Checkpoint checkpoint = Checkpoint.parse(note.text());
        TreeHash hash = new TreeHash();
        List<byte[]> proof = new StoredTree(log).inclusion(position.position(), checkpoint.size());
        List<Told> told = new ArrayList<>();
        List<byte[]> untold = new ArrayList<>();
        byte[] seed = position.seed();
        if (seed != null) {
            for (Told one : whole(number, seq).told(entry.fields(), seed, hash)) {
                if (mayBeTold.test(one)) {
                    told.add(one);
                } else {
                    untold.add(one.digest(hash));
                }
            }
        }
        return new Receipt(note.toString(), entry.text(), position.position(), proof, told, untold);
    }

    /** One that witnesses cosigned, if it reaches so far: it proves more. */
    private Note checkpointFor(long position) {
        return log.witnessed()
                .filter(note -> Checkpoint.parse(note.text()).size() > position)
                .or(() -> log.head().signed())
                .orElseThrow(() -> new IllegalStateException("The log has entries and no checkpoint"));
    }

    private LoggedStep whole(MatterNumber number, int seq) {
        try (Connection connection = database.getConnection()) {
            return steps.read(connection, new Long[] {number.id()}, new Integer[] {seq}).stream()
                    .map(whole -> new LoggedStep(
                            whole.step(),
                            programmes.version(whole.programme(), whole.version()),
                            whole.step().sealed(),
                            files.of(whole.step().evidence())))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("Step " + seq + " of matter " + number
                            + " is in the log, but its row is gone; run doctor"));
        } catch (SQLException e) {
            throw new IllegalStateException("A step could not be read", e);
        }
    }
}

package org.huiyin.translog;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Doctor.Difference;
import org.huiyin.matter.Examiner;
import org.huiyin.matter.WholeSteps;
import org.huiyin.matter.WholeSteps.Whole;

/** Whether the log is whole and every step is still what it was when it was entered. */
final class LogExaminer implements Examiner {

    private static final int MOST_TOLD = 1000;
    private static final String BUNDLES = """
            select matters, seqs, entries from public.log_bundle order by number
            """;
    private static final String TAIL = """
            select matter_id, seq, entry from public.log_tail order by position
            """;
    private static final String LEAVES = """
            select l.matter_id, l.seq, l.position, l.seed, a.matter_id is not null
            from unnest(?, ?) u(matter_id, seq) join public.log_leaf l on l.matter_id = u.matter_id and l.seq = u.seq
            left join public.anonymised a on a.matter_id = l.matter_id
            """;
    private static final String TILE = """
            select hashes from public.log_tile where level = 0 and number = ?
            """;
    private static final String NOT_IN_LOG = """
            select s.matter_id, s.seq, s.name from public.step s
            where not exists (select 1 from public.log_leaf l where l.matter_id = s.matter_id and l.seq = s.seq)
              and not exists (select 1 from public.log_pending p, unnest(p.matters, p.seqs) u(m, q) where u.m = s.matter_id and u.q = s.seq)
            order by 1, 2 limit 1000
            """;

    private final Desk.Equipment equipment;
    private final LogKeys keys;

    LogExaminer(Desk.Equipment equipment, LogKeys keys) {
        this.equipment = equipment;
        this.keys = keys;
    }

    @Override
    public List<Difference> examine(Connection snapshot) throws SQLException {
        Examination examination = new Examination(snapshot);
        examination.run();
        return examination.found;
    }

    /** Whose entry it is, where it stands. */
    private record Slot(long matter, int seq, byte[] entry) {}

    /** One look at one snapshot. */
    private final class Examination {

        private final Connection snapshot;
        private final List<Difference> found = new ArrayList<>();
        private final Growth tree = new Growth();
        private final TreeHash hash = new TreeHash();
        private final EntryCheck check = new EntryCheck();
        private final FileDigests files = new FileDigests(equipment.database());

        Examination(Connection snapshot) {
            this.snapshot = snapshot;
        }

        void run() throws SQLException {
            Head head = Head.read(snapshot);
            bundles();
            tail();
            if (tree.size() != head.size()) {
                tell("log_head", 0, "the log has " + tree.size() + " entries, its head says " + head.size());
            } else if (!Arrays.equals(tree.root(), head.root())) {
                tell(
                        "log_head",
                        0,
                        "the entries do not lead to the root that was signed: one was changed, or their order");
            }
            signed(head);
            if (head.entering() == null && head.note() != null) {
                stepsWithoutEntry();
            }
        }

        private void bundles() throws SQLException {
            try (PreparedStatement statement = snapshot.prepareStatement(BUNDLES)) {
                statement.setFetchSize(16);
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        Long[] matters = (Long[]) row.getArray(1).getArray();
                        Integer[] seqs = (Integer[]) row.getArray(2).getArray();
                        List<byte[]> entries = Bundles.unpack(row.getBytes(3));
                        List<Slot> slots = new ArrayList<>();
                        for (int i = 0; i < entries.size(); i++) {
                            slots.add(new Slot(matters[i], seqs[i], entries.get(i)));
                        }
                        slots(slots);
                    }
                }
            }
        }

        private void tail() throws SQLException {
            List<Slot> slots = new ArrayList<>();
            try (PreparedStatement statement = snapshot.prepareStatement(TAIL);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    slots.add(new Slot(row.getLong(1), row.getInt(2), row.getBytes(3)));
                }
            }
            if (!slots.isEmpty()) {
                slots(slots);
            }
        }

        /** A bundle of entries, or the tail: each against its tile, its leaf row and its step. */
        private void slots(List<Slot> slots) throws SQLException {
            long first = tree.size();
            byte[] hashes = new byte[slots.size() * TreeHash.BYTES];
            for (int i = 0; i < slots.size(); i++) {
                byte[] leaf = hash.leaf(slots.get(i).entry());
                System.arraycopy(leaf, 0, hashes, i * TreeHash.BYTES, TreeHash.BYTES);
                tree.add(leaf);
            }
            if (slots.size() == Tiles.WIDTH && !Arrays.equals(hashes, tile(first / Tiles.WIDTH))) {
                tell(
                        "log_tile",
                        0,
                        "entries " + (first + 1) + " to " + tree.size() + " are not those its hashes were made of");
            }
            Long[] matters = slots.stream().map(Slot::matter).toArray(Long[]::new);
            Integer[] seqs = slots.stream().map(Slot::seq).toArray(Integer[]::new);
            Map<List<Long>, Whole> steps = new HashMap<>();
            for (Whole whole : new WholeSteps(equipment.keyring()).read(snapshot, matters, seqs)) {
                steps.put(List.of(whole.step().matter(), (long) whole.step().seq()), whole);
            }
            Map<Long, LeafRow> leaves = leaves(matters, seqs);
            for (int i = 0; i < slots.size(); i++) {
                slot(slots.get(i), first + i, steps, leaves);
            }
        }

        private byte[] tile(long number) throws SQLException {
            try (PreparedStatement statement = snapshot.prepareStatement(TILE)) {
                statement.setLong(1, number);
                try (ResultSet row = statement.executeQuery()) {
                    return row.next() ? row.getBytes(1) : new byte[0];
                }
            }
        }

        private Map<Long, LeafRow> leaves(Long[] matters, Integer[] seqs) throws SQLException {
            Map<Long, LeafRow> leaves = new HashMap<>();
            try (PreparedStatement statement = snapshot.prepareStatement(LEAVES)) {
                statement.setArray(1, snapshot.createArrayOf("int8", matters));
                statement.setArray(2, snapshot.createArrayOf("int4", seqs));
                try (ResultSet row = statement.executeQuery()) {
                    while (row.next()) {
                        leaves.put(
                                row.getLong(3),
                                new LeafRow(
                                        row.getLong(1),
                                        row.getInt(2),
                                        Optional.ofNullable(row.getBytes(4)),
                                        row.getBoolean(5)));
                    }
                }
            }
            return leaves;
        }

        private void slot(Slot slot, long position, Map<List<Long>, Whole> steps, Map<Long, LeafRow> leaves) {
            Whole whole = steps.get(List.of(slot.matter(), (long) slot.seq()));
            LeafRow leaf = leaves.get(position);
            if (whole == null) {
                tell(
                        "step",
                        slot.matter(),
                        "step " + slot.seq() + " is in the log as entry " + told(position) + ", but its row is gone");
            } else if (leaf == null || leaf.matter() != slot.matter() || leaf.seq() != slot.seq()) {
                tell(
                        "log_leaf",
                        slot.matter(),
                        "step " + slot.seq() + " is not known to stand at entry " + told(position));
            } else if (leaf.seed().isEmpty() && !leaf.anonymised()) {
                tell(
                        "log_leaf",
                        slot.matter(),
                        "the salt of step " + slot.seq() + " is gone, though the matter was not anonymised");
            } else {
                compare(slot, position, whole, leaf);
            }
        }

        private void compare(Slot slot, long position, Whole whole, LeafRow leaf) {
            LoggedStep logged = new LoggedStep(
                    whole.step(),
                    equipment.programmes().version(whole.programme(), whole.version()),
                    whole.step().sealed(),
                    files.of(whole.step().evidence()));
            String what;
            try {
                Entry entry = Entry.parse(new String(slot.entry(), StandardCharsets.UTF_8));
                what = check.differs(entry, logged, leaf.seed().orElse(null)).orElse("");
            } catch (Unreadable | IllegalArgumentException e) {
                what = "its entry or its row cannot be read any more (" + e.getMessage() + ")";
            }
            if (!what.isEmpty()) {
                tell(
                        "step",
                        slot.matter(),
                        "step " + slot.seq() + " is not what entry " + told(position) + " of the log says: " + what);
            }
        }

        /** Against the key file beside the database, where there is one: on another machine there may be none. */
        private void signed(Head head) throws SQLException {
            if (!keys.present()) {
                return;
            }
            head.signed().ifPresent(note -> {
                Checkpoint checkpoint = Checkpoint.parse(note.text());
                if (!(note.check(keys.verifiers()) instanceof Note.Checked.Signed)) {
                    tell("log_head", 0, "its checkpoint is not signed by a key of " + keys.file());
                } else if (checkpoint.size() != head.size() || !Arrays.equals(checkpoint.root(), head.root())) {
                    tell(
                            "log_head",
                            0,
                            "its checkpoint is of " + checkpoint.size() + " entries, the log has " + head.size());
                }
            });
            Checkpoint newest =
                    keys.newest().map(note -> Checkpoint.parse(note.text())).orElse(null);
            if (newest != null && newest.size() > head.size()) {
                // signed perhaps since the snapshot was taken; what is in the file is in the database first
                long present = present();
                if (newest.size() > present) {
                    tell(
                            "log_head",
                            0,
                            "the database was rolled back: a checkpoint of " + newest.size()
                                    + " entries was signed, the log has " + present);
                }
            }
        }

        private long present() throws SQLException {
            try (Connection now = equipment.database().getConnection()) {
                return Head.read(now).size();
            }
        }

        private void stepsWithoutEntry() throws SQLException {
            try (PreparedStatement statement = snapshot.prepareStatement(NOT_IN_LOG);
                    ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    tell(
                            "step",
                            row.getLong(1),
                            "step " + row.getInt(2) + " (" + row.getString(3) + ") is not in the log");
                }
            }
        }

        /** As people count entries, from 1: so do the pages, proofs and the audit. */
        private static long told(long position) {
            return position + 1;
        }

        private void tell(String table, long matter, String what) {
            if (found.size() < MOST_TOLD) {
                found.add(new Difference(table, matter, what));
            }
        }
    }

    /** The row that says where a step's entry stands. */
    private record LeafRow(long matter, int seq, Optional<byte[]> seed, boolean anonymised) {}
}

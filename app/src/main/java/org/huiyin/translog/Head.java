package org.huiyin.translog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the log is: the one row of {@code log_head}.
 *
 * @param note the signed checkpoint; null before the first
 * @param counts how many matters the board counted on each list of each programme, as canonical JSON, when the log stood at countsNote
 * @param entering from which matter on steps that were there before the log are still to be entered; null when all are
 */
record Head(
        long size,
        byte[] root,
        @Nullable String note,
        @Nullable String counts,
        @Nullable String countsNote,
        @Nullable Long entering) {

    static final String READ = """
            select size, root, note, counts, counts_note, entering from log_head
            """;
    private static final String WRITE = """
            update log_head set size = ?, root = ?, note = ?, counts = ?, counts_note = ?, entering = ?, signed_at = ?
            """;

    static Head read(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(READ);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("The log has lost its head: the row of log_head is gone");
            }
            return of(row);
        }
    }

    static Head of(ResultSet row) throws SQLException {
        return new Head(
                row.getLong(1),
                row.getBytes(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getObject(6, Long.class));
    }

    Optional<Note> signed() {
        return Optional.ofNullable(note).map(Note::parse);
    }

    /** The log as it stands now, with the counts that belong to where it stood before. */
    Head at(Edge edge, @Nullable Long stillEntering) {
        return new Head(edge.size(), edge.root(), note, counts, countsNote, stillEntering);
    }

    Head counted(String now) {
        return new Head(size, root, note, now, null, entering);
    }

    /** With this checkpoint, to which counts belong that were just made. */
    Head signed(Note checkpoint) {
        String written = checkpoint.toString();
        return new Head(size, root, written, counts, countsNote == null ? written : countsNote, entering);
    }

    void write(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WRITE)) {
            statement.setLong(1, size);
            statement.setBytes(2, root);
            statement.setString(3, note);
            statement.setString(4, counts);
            statement.setString(5, countsNote);
            statement.setObject(6, entering);
            statement.setObject(7, now.atOffset(ZoneOffset.UTC));
            if (statement.executeUpdate() != 1) {
                throw new IllegalStateException("The log has lost its head: the row of log_head is gone");
            }
        }
    }
}

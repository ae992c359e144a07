package org.huiyin.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.NoSuchFileException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.huiyin.matter.Doctor.Difference;
import org.huiyin.matter.Examiner;
import org.springframework.stereotype.Component;

/** Whether the attachments in use are exactly those the steps name, and their files still hold the bytes that were handed in. */
@Component
final class EvidenceExaminer implements Examiner {

    private static final String USES_THAT_DIFFER = """
            SELECT coalesce(named.matter_id, used.matter_id), coalesce(named.seq, used.step_seq), coalesce(named.id, used.attachment_id::text),
              used.attachment_id IS NULL
            FROM (SELECT DISTINCT matter_id, seq, unnest(string_to_array(evidence, ',')) AS id FROM step WHERE evidence IS NOT NULL) named
            FULL JOIN attachment_use used
              ON used.matter_id = named.matter_id AND used.step_seq = named.seq AND used.attachment_id::text = named.id
            WHERE named.id IS NULL OR used.attachment_id IS NULL
            ORDER BY 1, 2 LIMIT 1000
            """;

    private static final String CONTENTS = """
            SELECT kept.sha256, min(kept.id::text), min(used.matter_id)
            FROM attachment_use used JOIN attachment kept ON kept.id = used.attachment_id
            GROUP BY kept.sha256 ORDER BY 3, 1
            """;
    private static final int AT_ONCE = 1000;

    private final Attachments attachments;

    EvidenceExaminer(Attachments attachments) {
        this.attachments = attachments;
    }

    @Override
    public List<Difference> examine(Connection snapshot) throws SQLException {
        List<Difference> found = uses(snapshot);
        try (PreparedStatement statement = snapshot.prepareStatement(CONTENTS)) {
            statement.setFetchSize(AT_ONCE);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String flaw = flaw(row.getString(1));
                    if (!flaw.isEmpty()) {
                        found.add(new Difference(
                                "attachment", row.getLong(3), "attachment " + row.getString(2) + ": its file " + flaw));
                    }
                }
            }
        }
        return found;
    }

    /** Empty when the file is what it was. */
    private String flaw(String sha256) {
        try (InputStream stored = attachments.stored(sha256)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            stored.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return HexFormat.of().formatHex(digest.digest()).equals(sha256)
                    ? ""
                    : "holds other bytes than were handed in";
        } catch (NoSuchFileException e) {
            return "is gone";
        } catch (IOException e) {
            return "cannot be read";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Difference> uses(Connection snapshot) throws SQLException {
        List<Difference> found = new ArrayList<>();
        try (PreparedStatement statement = snapshot.prepareStatement(USES_THAT_DIFFER);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String what = row.getBoolean(4) ? " names it, but it is not kept for it" : " does not name it";
                found.add(new Difference(
                        "attachment_use",
                        row.getLong(1),
                        "attachment " + row.getString(3) + ": step " + row.getInt(2) + what));
            }
        }
        return found;
    }
}

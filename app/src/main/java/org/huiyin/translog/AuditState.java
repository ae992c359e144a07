package org.huiyin.translog;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What an auditor remembers of a log, so that next time only what is new has to be read: the last checkpoint and all that follows from the
 * entries up to it.
 *
 * @param keys the verifier keys trusted, one a line
 * @param note the last checkpoint, signed
 * @param tree the tree up to the last full bundle
 * @param bundles the root of every full bundle, so that a rewritten one can be named
 * @param tally of all entries up to the checkpoint
 */
record AuditState(String keys, String note, Growth tree, ByteArrayOutputStream bundles, Tally tally) {

    private static final String MAGIC = "huiyin-audit/1";

    static AuditState fresh(String keys) {
        return new AuditState(keys, "", new Growth(), new ByteArrayOutputStream(), new Tally());
    }

    /** @throws IOException when the file cannot be read or holds something else */
    static AuditState read(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(
                new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file)), 1 << 16))) {
            if (!in.readUTF().equals(MAGIC)) {
                throw new IOException("not a state of an audit");
            }
            String keys = in.readUTF();
            String note = in.readUTF();
            long size = in.readLong();
            Growth tree = new Growth(size, in.readNBytes(in.readInt()));
            ByteArrayOutputStream bundles = new ByteArrayOutputStream();
            bundles.writeBytes(in.readNBytes(in.readInt()));
            return new AuditState(keys, note, tree, bundles, Tally.read(in));
        } catch (IllegalArgumentException e) {
            throw new IOException("not a state of an audit", e);
        }
    }

    /** Whole or not at all. */
    void write(Path file) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName() + "-", "");
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(fresh)), 1 << 16))) {
            out.writeUTF(MAGIC);
            out.writeUTF(keys);
            out.writeUTF(note);
            out.writeLong(tree.size());
            out.writeInt(tree.kept().length);
            out.write(tree.kept());
            out.writeInt(bundles.size());
            bundles.writeTo(out);
            tally.write(out);
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}

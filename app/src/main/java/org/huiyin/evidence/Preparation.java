package org.huiyin.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.huiyin.evidence.Attachment.Kind;
import org.huiyin.evidence.Attachment.Taken;
import org.huiyin.evidence.UploadRefusal.Reason;
import org.springframework.util.unit.DataSize;

/** Checks one upload and stages what is to be kept of it. */
final class Preparation {

    private final EvidenceStore store;
    private final EvidenceSettings settings;
    private final FileCheck check = new FileCheck();
    private final Pictures pictures;

    Preparation(EvidenceStore store, EvidenceSettings settings) {
        this.store = store;
        this.settings = settings;
        this.pictures = new Pictures(settings.megapixels());
    }

    Prepared prepare(Upload upload, Instant now) throws IOException, Unacceptable {
        if (upload.sizeBytes() == 0) {
            throw new Unacceptable(Reason.EMPTY);
        }
        limit(upload.sizeBytes(), settings.largest());
        if (store.roomBytes() - upload.sizeBytes() < settings.reserve().toBytes()) {
            throw new Unacceptable(Reason.NO_ROOM);
        }
        Path staged = store.stage();
        boolean handedOn = false;
        try {
            String sha256 = copy(upload, staged);
            FileType type = check.check(staged, upload.name());
            limit(Files.size(staged), type.picture() ? settings.photo() : settings.document());
            if (type.picture()) {
                return picture(upload, Files.readAllBytes(staged), type, now);
            }
            handedOn = true;
            return new Prepared(document(upload, sha256, staged, type, now), Map.of(Rendition.WHOLE, staged));
        } finally {
            if (!handedOn) {
                Files.deleteIfExists(staged);
            }
        }
    }

    private static Attachment document(Upload upload, String sha256, Path staged, FileType type, Instant now)
            throws IOException {
        String name = FileName.clean(upload.name(), type);
        return new Attachment(
                UUID.randomUUID(),
                0,
                Kind.DOCUMENT,
                type.mediaType(),
                name,
                Files.size(staged),
                sha256,
                null,
                Taken.UNKNOWN,
                now);
    }

    private Prepared picture(Upload upload, byte[] file, FileType type, Instant now) throws IOException, Unacceptable {
        CameraNotes notes = type == FileType.JPEG ? CameraNotes.read(file, now) : CameraNotes.NONE;
        Pictures.Painted painted = pictures.paint(file, type, notes.orientation());
        byte[] whole = painted.bytes(Rendition.WHOLE);
        Attachment attachment = new Attachment(
                UUID.randomUUID(),
                0,
                Kind.IMAGE,
                painted.type().mediaType(),
                FileName.clean(upload.name(), painted.type()),
                whole.length,
                HexFormat.of().formatHex(sha256().digest(whole)),
                painted.pixels(),
                notes.taken(),
                now);
        Prepared prepared = new Prepared(attachment, new EnumMap<>(Rendition.class));
        try {
            stage(painted, prepared.staged());
        } catch (IOException e) {
            prepared.close();
            throw e;
        }
        return prepared;
    }

    private void stage(Pictures.Painted painted, Map<Rendition, Path> staged) throws IOException {
        for (Rendition rendition : Rendition.values()) {
            Path file = store.stage();
            staged.put(rendition, file);
            Files.write(file, painted.bytes(rendition));
        }
    }

    /** Copies no more than may be kept, whatever size the sender claimed. */
    private String copy(Upload upload, Path staged) throws IOException, Unacceptable {
        MessageDigest digest = sha256();
        long most = settings.largest().toBytes();
        try (InputStream in = new DigestInputStream(upload.content().getInputStream(), digest);
                OutputStream out = Files.newOutputStream(staged)) {
            byte[] buffer = new byte[1 << 16];
            long copied = 0;
            for (int n = in.read(buffer); n >= 0 && copied <= most; n = in.read(buffer)) {
                out.write(buffer, 0, n);
                copied += n;
            }
            limit(copied, settings.largest());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void limit(long bytes, DataSize most) throws Unacceptable {
        if (bytes > most.toBytes()) {
            throw new Unacceptable(Reason.TOO_LARGE, Long.toString(most.toMegabytes()));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

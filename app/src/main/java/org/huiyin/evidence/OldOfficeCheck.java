package org.huiyin.evidence;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.huiyin.evidence.UploadRefusal.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Tells .doc, .xls and .ppt apart and finds their macros by the names in their directory. Directory entries are 128 bytes long and aligned
 * to that ([MS-CFB] 2.6.1), so every one is met without following the chain of sectors, which a forged file could bend.
 */
final class OldOfficeCheck {

    private static final int ENTRY_BYTES = 128;
    private static final int LONGEST_NAME = 64;
    private static final int HEADER_BYTES = 512;

    private OldOfficeCheck() {}

    static FileType check(Path file, String sentName) throws IOException, Unacceptable {
        Set<String> names = directory(file);
        if (names.contains("_VBA_PROJECT") || names.contains("_VBA_PROJECT_CUR") || names.contains("Macros")) {
            throw new Unacceptable(Reason.MACROS);
        }
        Set<FileType> found = new HashSet<>();
        if (names.contains("WordDocument")) {
            found.add(FileType.DOC);
        }
        if (names.contains("Workbook") || names.contains("Book")) {
            found.add(FileType.XLS);
        }
        if (names.contains("PowerPoint Document")) {
            found.add(FileType.PPT);
        }
        return choose(found, sentName);
    }

    /** A document with another one embedded shows both names; then the sender's name for it decides between the two. */
    private static FileType choose(Set<FileType> found, String sentName) throws Unacceptable {
        String name = sentName.toLowerCase(Locale.ROOT);
        return found.stream()
                .filter(type -> found.size() == 1 || name.endsWith("." + type.extension()))
                .findFirst()
                .or(() -> found.stream().sorted().findFirst())
                .orElseThrow(() -> new Unacceptable(Reason.TYPE_NOT_TAKEN));
    }

    private static Set<String> directory(Path file) throws IOException {
        Set<String> names = new HashSet<>();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            in.skipNBytes(Math.min(HEADER_BYTES, Files.size(file)));
            byte[] entry = in.readNBytes(ENTRY_BYTES);
            while (entry.length == ENTRY_BYTES) {
                String name = name(ByteBuffer.wrap(entry).order(ByteOrder.LITTLE_ENDIAN));
                if (name != null) {
                    names.add(name);
                }
                entry = in.readNBytes(ENTRY_BYTES);
            }
        }
        return names;
    }

    /** The name of a storage (1) or stream (2), or null when these bytes are no directory entry. */
    private static @Nullable String name(ByteBuffer entry) {
        int bytes = entry.getShort(LONGEST_NAME) - 2;
        byte kind = entry.get(LONGEST_NAME + 2);
        if ((kind != 1 && kind != 2) || bytes <= 0 || bytes > LONGEST_NAME - 2) {
            return null;
        }
        return new String(entry.array(), 0, bytes, StandardCharsets.UTF_16LE);
    }
}

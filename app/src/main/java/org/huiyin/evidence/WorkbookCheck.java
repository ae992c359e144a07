package org.huiyin.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Whether a file is an Excel workbook that may be taken apart: no macros, no password, nothing that unpacks without end. */
public final class WorkbookCheck {

    private static final byte[] OLD_CONTAINER = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final byte[] LOCKED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final int LOOKED_THROUGH_BYTES = 8 << 20;

    private WorkbookCheck() {}

    /** What a file is. */
    public enum Verdict {
        FINE,
        MACROS,
        /** Locked with a password. */
        ENCRYPTED,
        /** Of the time before 2007. */
        OLD,
        UNPACKS_TOO_LARGE,
        DAMAGED,
        /** No workbook. */
        OTHER
    }

    /** Whether a file begins as a workbook of any kind does; else it can only be text. */
    public static boolean looksLikeOne(Path file) throws IOException {
        byte[] begin = begin(file, 4);
        return Arrays.equals(begin, ZIP) || Arrays.equals(begin, OLD_CONTAINER);
    }

    public static Verdict of(Path file) throws IOException {
        if (Arrays.equals(begin(file, 4), OLD_CONTAINER)) {
            return holds(begin(file, LOOKED_THROUGH_BYTES), LOCKED) ? Verdict.ENCRYPTED : Verdict.OLD;
        }
        try {
            return ZipCheck.check(file) == FileType.XLSX ? Verdict.FINE : Verdict.OTHER;
        } catch (Unacceptable refused) {
            return switch (refused.reason()) {
                case MACROS -> Verdict.MACROS;
                case UNPACKS_TOO_LARGE -> Verdict.UNPACKS_TOO_LARGE;
                case DAMAGED -> Verdict.DAMAGED;
                default -> Verdict.OTHER;
            };
        }
    }

    private static byte[] begin(Path file, int bytes) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(bytes);
        }
    }

    private static boolean holds(byte[] bytes, byte[] wanted) {
        for (int at = 0; at + wanted.length <= bytes.length; at++) {
            if (bytes[at] == wanted[0] && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return true;
            }
        }
        return false;
    }
}

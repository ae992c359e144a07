package org.huiyin.sheet;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How the text of a file is written.
 *
 * @param marks how many characters of a byte order mark stand before it
 */
record Encoding(Charset charset, int marks) {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BEGIN = 4096;
    private static final int LONGEST_LINE = 1 << 20;

    /**
     * Tells it by the mark at its beginning, else line by line: all of it has to be UTF-8, or all of it GB18030.
     *
     * @throws Unreadable when it is neither, or both in turns
     */
    static Encoding of(Path file) throws IOException {
        byte[] begin;
        try (InputStream in = Files.newInputStream(file)) {
            begin = in.readNBytes(BEGIN);
        }
        if (begins(begin, 0xEF, 0xBB, 0xBF)) {
            return checked(file, StandardCharsets.UTF_8, 1);
        }
        if (begins(begin, 0xFF, 0xFE)) {
            return checked(file, StandardCharsets.UTF_16LE, 1);
        }
        if (begins(begin, 0xFE, 0xFF)) {
            return checked(file, StandardCharsets.UTF_16BE, 1);
        }
        int even = noughts(begin, 0);
        int odd = noughts(begin, 1);
        if (even + odd > begin.length / 8) {
            return checked(file, odd >= even ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 0);
        }
        return byLines(file);
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int noughts(byte[] bytes, int from) {
        int found = 0;
        for (int i = from; i < bytes.length; i += 2) {
            found += bytes[i] == 0 ? 1 : 0;
        }
        return found;
    }

    /** UTF-16 may break a line anywhere in a byte, so it is read through as text. */
    private static Encoding checked(Path file, Charset charset, int marks) throws IOException {
        char[] buffer = new char[1 << 14];
        try (var text = new java.io.InputStreamReader(Files.newInputStream(file), strict(charset))) {
            while (text.read(buffer) >= 0) {
                // only whether it can be read
            }
            return new Encoding(charset, marks);
        } catch (CharacterCodingException e) {
            throw new Unreadable("not-encoded", charset.name());
        }
    }

    private static java.nio.charset.CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    private static Encoding byLines(Path file) throws IOException {
        long line = 0;
        long firstGb = 0;
        long firstUtf = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            for (byte[] bytes = line(in); bytes.length > 0; bytes = line(in)) {
                line++;
                if (ascii(bytes)) {
                    continue;
                }
                boolean utf = can(StandardCharsets.UTF_8, bytes);
                if (!utf && !can(GB18030, bytes)) {
                    throw new Unreadable("no-encoding", line);
                }
                firstGb = !utf && firstGb == 0 ? line : firstGb;
                firstUtf = utf && firstUtf == 0 && chinese(bytes) ? line : firstUtf;
                if (firstGb > 0 && firstUtf > 0) {
                    throw new Unreadable("mixed-encodings", firstUtf, firstGb);
                }
            }
        }
        return new Encoding(firstGb > 0 ? GB18030 : StandardCharsets.UTF_8, 0);
    }

    /** A line with its end; no bytes at the end of the file. */
    private static byte[] line(InputStream in) throws IOException {
        var bytes = new java.io.ByteArrayOutputStream(256);
        for (int one = in.read(); one >= 0; one = in.read()) {
            bytes.write(one);
            if (one == '\n') {
                break;
            }
            if (bytes.size() > LONGEST_LINE) {
                throw new Unreadable("long-line");
            }
        }
        return bytes.toByteArray();
    }

    private static boolean ascii(byte[] bytes) {
        for (byte one : bytes) {
            if (one < 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean can(Charset charset, byte[] bytes) {
        try {
            strict(charset).decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Whether it holds two signs at least that nobody writes by accident: a short word in GB18030 may happen to be UTF-8 too. */
    private static boolean chinese(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8)
                        .codePoints()
                        .filter(point -> point >= 0x4E00 && point <= 0x9FFF)
                        .count()
                >= 2;
    }
}

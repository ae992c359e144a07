package org.huiyin.sheet;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/** The texts a workbook's cells share, in a file of their own: only where each begins is kept in memory. */
final class SharedTexts implements AutoCloseable {

    private static final Pattern SIGN_CODE = Pattern.compile("_x([0-9A-Fa-f]{4})_");
    private static final int LONGEST = 40_000;

    private final Path file;
    private final RandomAccessFile bytes;
    private final FileChannel channel;
    private long[] begins = new long[1024];
    private int count;

    private SharedTexts() throws IOException {
        this.file = Files.createTempFile("huiyin", ".texts");
        this.bytes = new RandomAccessFile(file.toFile(), "r");
        this.channel = bytes.getChannel();
    }

    static SharedTexts read(ZipFile zip, @Nullable String part) throws IOException, XMLStreamException {
        SharedTexts texts = new SharedTexts();
        if (part == null || zip.getEntry(part) == null) {
            texts.begins[0] = 0;
            return texts;
        }
        try (Xml xml = new Xml(XlsxSource.part(zip, part));
                DataOutputStream out =
                        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(texts.file), 1 << 16))) {
            while (xml.toStart("si")) {
                texts.add(out, xml.text("rPh"));
            }
        } catch (IOException | XMLStreamException | RuntimeException e) {
            texts.close();
            throw e;
        }
        return texts;
    }

    private void add(DataOutputStream out, String text) throws IOException {
        byte[] written = text.substring(0, Math.min(LONGEST, text.length())).getBytes(StandardCharsets.UTF_8);
        if (count + 1 >= begins.length) {
            begins = Arrays.copyOf(begins, begins.length * 2);
        }
        begins[count + 1] = begins[count] + written.length;
        count++;
        out.write(written);
    }

    String at(int index) throws IOException {
        if (index < 0 || index >= count) {
            throw new Unreadable("damaged");
        }
        ByteBuffer buffer = ByteBuffer.allocate((int) (begins[index + 1] - begins[index]));
        for (long from = begins[index]; buffer.hasRemaining(); ) {
            int read = channel.read(buffer, from + buffer.position());
            if (read < 0) {
                break;
            }
            from = begins[index];
        }
        return decoded(new String(buffer.array(), StandardCharsets.UTF_8));
    }

    /** Signs that workbooks write as codes. */
    static String decoded(String text) {
        return text.contains("_x")
                ? SIGN_CODE
                        .matcher(text)
                        .replaceAll(code -> java.util.regex.Matcher.quoteReplacement(
                                String.valueOf((char) Integer.parseInt(code.group(1), 16))))
                : text;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
        Files.deleteIfExists(file);
    }
}

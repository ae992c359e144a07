package org.huiyin.paper;

import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.config.ConfigureBuilder;
import com.deepoove.poi.data.Texts;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A Word file with gaps. {@code {{name}}} takes a word, and a name has no hyphen; what stands between {@code {{?name}}} and {@code {{/name}}} is repeated for each of a list;
 * a table whose heading holds {@code {{name}}} repeats its next row, where {@code [name]} takes a word. What people wrote only ever fills a gap, it
 * never makes one.
 */
public final class WordTemplate {

    private final byte[] template;

    private WordTemplate(byte[] template) {
        this.template = template;
    }

    /**
     * Reads it when the application starts.
     *
     * @param replacement path of the office's own template; blank for the packaged one
     * @param setting the name of the setting the path came from
     * @param packaged where it lies on the class path
     */
    public static WordTemplate of(String replacement, String setting, String packaged) {
        return new WordTemplate(bytes(replacement, setting, packaged));
    }

    /** The same for a paper that fills its template itself. */
    public static byte[] bytes(String replacement, String setting, String packaged) {
        return replacement.isBlank() ? packaged(packaged) : read(Path.of(replacement), setting);
    }

    /** What fills the gaps of one file. */
    public static final class Filling {

        private final Map<String, Object> words = new HashMap<>();
        private final List<String> tables = new ArrayList<>();

        public Filling word(String name, String text) {
            words.put(name, plain(text));
            return this;
        }

        /** What is repeated for each of a list. */
        public Filling each(String name, List<Map<String, String>> all) {
            words.put(name, all.stream().map(Filling::plain).toList());
            return this;
        }

        /** The rows of a table. */
        public Filling rows(String name, List<Map<String, String>> all) {
            tables.add(name);
            return each(name, all);
        }

        private static Map<String, Object> plain(Map<String, String> row) {
            Map<String, Object> cells = new LinkedHashMap<>();
            row.forEach((name, text) -> cells.put(name, plain(text)));
            return cells;
        }

        private static Object plain(String text) {
            return Texts.of(text).create();
        }
    }

    /** The file. */
    public byte[] fill(Filling filling) {
        ConfigureBuilder configured = Configure.builder();
        filling.tables.forEach(name -> configured.bind(name, new LoopRowTableRenderPolicy()));
        try (XWPFTemplate paper = XWPFTemplate.compile(new ByteArrayInputStream(template), configured.build())
                .render(filling.words)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            paper.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] packaged(String place) {
        try (InputStream in = WordTemplate.class.getResourceAsStream(place)) {
            if (in == null) {
                throw new IllegalStateException("This build holds no " + place);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file, String setting) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The template " + setting + " names cannot be read: " + file.toAbsolutePath(), e);
        }
    }
}

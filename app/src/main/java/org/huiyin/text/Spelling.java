package org.huiyin.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * One spelling of texts that are searched, sign for sign, so that a place in the spelling is the same place in the text: traditional signs
 * become simplified, full width becomes half, capitals small.
 */
public final class Spelling {

    private static final char[] EVEN = table();

    private Spelling() {}

    /** The text in the one spelling; as long as the text. */
    public static String of(String text) {
        char[] signs = text.toCharArray();
        for (int i = 0; i < signs.length; i++) {
            signs[i] = EVEN[signs[i]];
        }
        return new String(signs);
    }

    private static char[] table() {
        char[] even = new char[Character.MAX_VALUE + 1];
        for (int sign = 0; sign < even.length; sign++) {
            boolean wide = sign >= 0xFF01 && sign <= 0xFF5E;
            even[sign] = Character.toLowerCase((char) (wide ? sign - 0xFEE0 : sign == 0x3000 ? ' ' : sign));
        }
        try (InputStream stored = Spelling.class.getResourceAsStream("/text/simplified.txt")) {
            if (stored == null) {
                throw new IllegalStateException("The table of simplified signs is missing");
            }
            new BufferedReader(new InputStreamReader(stored, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(pairs -> read(pairs, even));
        } catch (IOException e) {
            throw new UncheckedIOException("The table of simplified signs cannot be read", e);
        }
        return even;
    }

    private static void read(String pairs, char[] even) {
        for (int i = 0; i + 1 < pairs.length(); i += 2) {
            even[pairs.charAt(i)] = pairs.charAt(i + 1);
        }
    }
}

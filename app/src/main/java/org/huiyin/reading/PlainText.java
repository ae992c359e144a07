package org.huiyin.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.huiyin.reading.Documents.CannotOpen;
import org.huiyin.reading.Opened.Why;
import org.jspecify.annotations.Nullable;

/** Finds out how a plain text is written: UTF-8, UTF-16 or GB18030, with or without a mark in front. */
final class PlainText {

    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final double MOST_ODD = 0.01;

    private PlainText() {}

    record Decoded(String text, String encoding) {}

    static Decoded of(byte[] bytes) throws CannotOpen {
        if (marked(bytes, 0xef, 0xbb, 0xbf)) {
            return needed(bytes, 3, StandardCharsets.UTF_8);
        }
        if (marked(bytes, 0xff, 0xfe)) {
            return needed(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (marked(bytes, 0xfe, 0xff)) {
            return needed(bytes, 2, StandardCharsets.UTF_16BE);
        }
        String utf8 = decoded(bytes, 0, StandardCharsets.UTF_8);
        if (utf8 != null && (odd(utf8) <= MOST_ODD || written(utf8))) {
            return new Decoded(utf8, StandardCharsets.UTF_8.name());
        }
        Decoded best = null;
        double least = MOST_ODD;
        for (Charset charset : new Charset[] {GB18030, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
            String text = decoded(bytes, 0, charset);
            double odd = text == null ? 1 : odd(text);
            if (text != null && odd < least) {
                least = odd;
                best = new Decoded(text, charset.name());
            }
        }
        if (best == null) {
            throw new CannotOpen(Why.BINARY);
        }
        return best;
    }

    private static Decoded needed(byte[] bytes, int from, Charset charset) throws CannotOpen {
        String text = decoded(bytes, from, charset);
        if (text == null || odd(text) > MOST_ODD) {
            throw new CannotOpen(Why.BINARY);
        }
        return new Decoded(text, charset.name());
    }

    /** Whether it holds nothing but what is written: text of another language is text, too, and is refused as such. */
    private static boolean written(String text) {
        return text.codePoints().allMatch(sign -> switch (Character.getType(sign)) {
            case Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> false;
            case Character.CONTROL -> Character.isWhitespace(sign);
            default -> true;
        });
    }

    private static @Nullable String decoded(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** The share of signs that no ordinary Chinese text has: control signs, private ones, rare scripts. */
    private static double odd(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        int odd = 0;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            boolean usual = sign >= 0x4e00 && sign <= 0x9fa5
                    || sign >= 0x20 && sign < 0x7f
                    || sign == '\n'
                    || sign == '\r'
                    || sign == '\t'
                    || sign == '\f'
                    || sign >= 0x2000 && sign <= 0x22ff
                    || sign >= 0x2460 && sign <= 0x27bf
                    || sign >= 0x3000 && sign <= 0x303f
                    || sign >= 0xff00 && sign <= 0xffef
                    || sign == 0xb7
                    || sign == 0xa0
                    || sign == 0xfeff
                    || sign >= 0x80 && sign < 0x0600 && Character.isLetter(sign);
            odd += usual ? 0 : 1;
        }
        return (double) odd / text.length();
    }

    private static boolean marked(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

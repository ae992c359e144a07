package org.huiyin.privacy;

import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Masks what identifies a person in text that the public will read: identity cards, bank cards, mobile and office telephones, e-mail,
 * number plates, the numbers of a home, and names after a cue such as 我叫. The original stays with those entitled to it.
 */
public final class Masking {

    private record Mask(Pattern pattern, Function<MatchResult, String> shown) {}

    private static final List<Mask> MASKS = List.of(
            new Mask(Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,32}){1,4}"), m -> "***@***"),
            new Mask(Pattern.compile("(?<!\\d)\\d{17}[\\dXx](?![\\dA-Za-z])"), m -> keep(m.group(), 3, 2)),
            new Mask(
                    Pattern.compile("(?<!\\d)\\d{4}(?:[ -]?\\d{4}){3}(?:[ -]?\\d{1,3})?(?!\\d)"),
                    m -> keep(m.group(), 4, 4)),
            new Mask(Pattern.compile("(?<!\\d)1[3-9]\\d[ .·-]?\\d{4}[ .·-]?\\d{4}(?!\\d)"), m -> keep(m.group(), 3, 2)),
            new Mask(Pattern.compile("(?<!\\d)0\\d{2,3}[ -]?\\d{7,8}(?!\\d)"), m -> keep(m.group(), 4, 2)),
            new Mask(
                    Pattern.compile(
                            "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-Z][·• ]?[A-HJ-NP-Z0-9]{5,6}(?![A-Za-z0-9])"),
                    m -> m.group().substring(0, 2) + "*****"),
            new Mask(
                    Pattern.compile("(我叫|本人叫|我的名字(?:叫|是)|姓名[: ]?)(\\p{IsHan}{2,3})"),
                    m -> m.group(1) + m.group(2).substring(0, 1) + "**"),
            new Mask(Pattern.compile("(?<!\\d)\\d{1,4}(?=栋|幢|号楼|单元|室|号房)"), m -> "**"));

    private Masking() {}

    /** The text as the public may read it. */
    public static String mask(String text) {
        String masked = text;
        for (Mask mask : MASKS) {
            masked = masked(masked, mask);
        }
        return masked;
    }

    /** Looks at the text with full-width letters and digits folded; what is not masked stays as it was written. */
    private static String masked(String text, Mask mask) {
        Matcher found = mask.pattern.matcher(folded(text));
        StringBuilder shown = new StringBuilder(text.length());
        int from = 0;
        while (found.find()) {
            shown.append(text, from, found.start()).append(mask.shown.apply(found.toMatchResult()));
            from = found.end();
        }
        return from == 0 ? text : shown.append(text, from, text.length()).toString();
    }

    private static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            folded.append(c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c);
        }
        return folded.toString();
    }

    private static String keep(String text, int head, int tail) {
        return text.substring(0, head) + "*".repeat(text.length() - head - tail) + text.substring(text.length() - tail);
    }
}

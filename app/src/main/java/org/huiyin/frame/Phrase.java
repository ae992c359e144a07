package org.huiyin.frame;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Fills the gaps of a text: <code>{0}</code> is the first argument, <code>{0?day|days}</code> chooses by whether it is one. Unlike
 * MessageFormat, apostrophes are just apostrophes.
 */
final class Phrase {

    private static final Pattern GAP = Pattern.compile("\\{(\\d)(?:\\?([^|{}]*)\\|([^{}]*))?}");

    private Phrase() {}

    static String fill(String pattern, Function<@Nullable Object, String> show, @Nullable Object... arguments) {
        if (pattern.indexOf('{') < 0) {
            return pattern;
        }
        Matcher gap = GAP.matcher(pattern);
        StringBuilder text = new StringBuilder();
        while (gap.find()) {
            int index = Integer.parseInt(gap.group(1));
            if (index >= arguments.length) {
                throw new IllegalArgumentException(
                        "Text “" + pattern + "” wants argument " + index + ", given were " + arguments.length);
            }
            Object argument = arguments[index];
            String one = gap.group(2);
            String filled = one == null ? show.apply(argument) : isOne(argument) ? one : gap.group(3);
            gap.appendReplacement(text, Matcher.quoteReplacement(filled));
        }
        return gap.appendTail(text).toString();
    }

    private static boolean isOne(@Nullable Object argument) {
        return argument instanceof Number number && number.doubleValue() == 1;
    }
}

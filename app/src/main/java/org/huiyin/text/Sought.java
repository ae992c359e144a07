package org.huiyin.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What somebody looks for: the words they typed, all of which must be found. Chinese that was typed without blanks is cut into words, so that
 * their order does not matter; between quotation marks it stays whole.
 *
 * @param words in the one {@link Spelling}, longest as typed; empty when nothing that can be looked for was typed
 * @param whole the same as it was typed, each stretch whole: what stands so in a text fits best
 */
public record Sought(List<String> words, List<String> whole) {

    private static final int MOST_WORDS = 8;
    private static final Words CUT = new Words();
    /** Signs that stand for nothing by themselves; a word is not lengthened by them. */
    private static final String PARTICLES = "的了是在和有吗呢很都也就还与及请我你他她它把被让给到从着过之其等";

    /** What places and bodies are called by, at the end of their names. */
    private static final String KINDS = "路街巷道村镇乡区市县局处所站桥园院楼店厂校场湖河山庄苑里城湾港";
    /** What is numbered. */
    private static final String UNITS = "号栋单楼层室幢座组路年月日队级线";

    private static final String QUOTES = "\"“”「」『』";

    public Sought {
        words = List.copyOf(words);
        whole = List.copyOf(whole);
    }

    /** Reads what was typed, whatever it is. */
    public static Sought of(String typed) {
        return of(typed, stretch -> false);
    }

    /** The same where some stretches are known by name and stay whole. */
    public static Sought of(String typed, Predicate<String> name) {
        String even = Spelling.of(typed);
        Set<String> words = new LinkedHashSet<>();
        Set<String> whole = new LinkedHashSet<>();
        StringBuilder stretch = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i <= even.length(); i++) {
            char sign = i < even.length() ? even.charAt(i) : ' ';
            boolean quote = QUOTES.indexOf(sign) >= 0;
            if (Grams.isChinese(sign) || Grams.isPartOfWord(sign)) {
                stretch.append(sign);
            } else if (!stretch.isEmpty() && (quote || !quoted)) {
                whole.add(stretch.toString());
                boolean stays = quoted || name.test(stretch.toString());
                words.addAll(stays ? List.of(stretch.toString()) : cut(stretch.toString()));
                stretch.setLength(0);
            }
            quoted ^= quote;
        }
        if (!stretch.isEmpty()) {
            whole.add(stretch.toString());
            words.addAll(cut(stretch.toString()));
        }
        return new Sought(words.stream().limit(MOST_WORDS).toList(), List.copyOf(whole));
    }

    public boolean isEmpty() {
        return words.isEmpty();
    }

    /** A stretch without blanks as words: a number keeps the sign that says what is numbered, Chinese is cut where words meet. */
    private static List<String> cut(String stretch) {
        List<String> words = new ArrayList<>();
        int at = 0;
        while (at < stretch.length()) {
            int to = at + 1;
            boolean chinese = Grams.isChinese(stretch.charAt(at));
            while (to < stretch.length() && Grams.isChinese(stretch.charAt(to)) == chinese) {
                to++;
            }
            if (chinese) {
                words.addAll(cutChinese(stretch.substring(at, to)));
            } else {
                to += to < stretch.length() && UNITS.indexOf(stretch.charAt(to)) >= 0 ? 1 : 0;
                words.add(stretch.substring(at, to));
            }
            at = to;
        }
        List<String> longer = words.stream().filter(word -> word.length() > 1).toList();
        return longer.isEmpty() ? List.of(stretch) : longer;
    }

    /** Signs that stand alone: several in a row are a word of their own (张·伟·强), a last one says what the word before is (园林·路). */
    private static List<String> cutChinese(String run) {
        if (run.length() < 3) {
            return List.of(run);
        }
        List<String> words = new ArrayList<>();
        StringBuilder single = new StringBuilder();
        for (String word : CUT.of(run)) {
            if (word.length() == 1 && !PARTICLES.contains(word)) {
                single.append(word);
            } else {
                close(words, single);
                words.add(word);
            }
        }
        close(words, single);
        return words;
    }

    private static void close(List<String> words, StringBuilder single) {
        boolean after = !words.isEmpty() && words.getLast().length() > 1;
        if (single.length() == 1 && after && KINDS.indexOf(single.charAt(0)) >= 0) {
            words.add(words.removeLast() + single);
        } else if (!single.isEmpty()) {
            words.add(single.toString());
        }
        single.setLength(0);
    }
}

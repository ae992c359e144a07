package org.huiyin.privacy;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** What the words around a candidate say for a person or against one. */
final class NameContext {

    private static final int LONGEST_WORD = 5;
    private static final int TELEPHONE = 7;
    private static final double IN_A_ROLE = 2.2;
    private static final double CALLED = 3.5;
    private static final double CLOSED = 0.5;
    private static final double TITLED = 3;
    private static final double SAID = 1.5;
    private static final double VERBAL = 0.75;
    private static final double FROM_A_VILLAGE = 0.8;
    private static final String OPENING = "(（“\"【[";
    private static final String CLOSING = ")）”\"】]";
    private static final double NUMBERED = -2;
    private static final double ALONE = 0.8;
    private static final double SUBJECT = 0.6;
    private static final double INTRODUCED_ALONE = 1.2;

    private static final Map<String, Set<String>> AROUND = WordList.read("around-names.txt");
    private static final Set<String> INTRODUCED = words("introduced");
    private static final Set<String> CUE = words("cue");
    private static final Set<String> SELF = words("self");
    private static final Set<String> ROLE = words("role");
    private static final Set<String> LINK = words("link");
    private static final Set<String> TITLE = words("title");
    private static final Set<String> SAYS = words("says");
    private static final Set<String> VERB = words("verb");
    private static final Set<String> THING = words("thing");
    private static final Set<String> PLACED = words("placed");
    private static final Set<String> UNLESS = words("unless");
    private static final Set<String> BUILT = words("built");
    private static final Set<String> OFFICE = words("office");
    private static final Set<String> PERSON = Set.of(
            "男", "女", "身份证", "联系电话", "联系方式", "电话", "手机", "今年", "年龄", "现年", "生于", "现任", "现为", "原任", "曾任", "时任", "级别");

    /** 241万元, 0734-8123456, ****: what somebody is owed, or where they are called. */
    private static final Pattern OWED = Pattern.compile(
            "[:： ]?(?:[0-9]{2,7}(?:\\.[0-9]+)?万?元|[(（:： ]{0,2}(?:0[0-9]{2,3}-[0-9]{7}|1[3-9][0-9]{9}|[*]{7}))");
    /** 等700户, 等5人: whoever is named stands for more. */
    private static final Pattern COUNTED = Pattern.compile("等(?:[0-9]{1,5}|[一二三四五六七八九十几多数]{1,3})[余多]?[户人名位]");
    /** 夏荷苑5栋: what has numbered buildings is an estate. */
    private static final Pattern ESTATE = Pattern.compile("[0-9A-Za-z]{1,4}(?:号?[栋幢座期]|号楼|单元|区)");

    private NameContext() {}

    private static Set<String> words(String section) {
        return Objects.requireNonNull(AROUND.get(section), section);
    }

    /** How much speaks for a person from one place of the text to another. */
    static double weight(String text, int from, int to) {
        double before = before(text, from);
        double after = after(text, to);
        if (before == NUMBERED && Signatures.dated(text, to)) {
            before = CLOSED;
        }
        if (before < 0 && after == TITLED && ends(text, from, OFFICE)) {
            before = CLOSED;
        }
        return before + after + together(text, from, to, before, after);
    }

    /** Whether a word before says that a person follows, or a title after that one went before. */
    static boolean introduces(String text, int from, int to) {
        return before(text, from) >= IN_A_ROLE || after(text, to) == TITLED;
    }

    private static double before(String text, int from) {
        if (from == 0) {
            return 0.5;
        }
        char last = text.charAt(from - 1);
        if (last >= '0' && last <= '9') {
            return numbered(text, from) ? 0.5 : NUMBERED;
        }
        // 一李姓（李如意）
        if (from > 1 && OPENING.indexOf(last) >= 0 && text.charAt(from - 2) == '姓') {
            return 5;
        }
        int end = from;
        while (end > 0 && from - end < 4 && ":： “\"【】[]”是为（(—".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        if (ends(text, end, INTRODUCED)) {
            return 7;
        }
        if (ends(text, end, CUE)) {
            return end < from ? 5 : 3.5;
        }
        if (end > 0 && text.charAt(end - 1) == '叫' && called(text, from, end - 1)) {
            return CALLED;
        }
        if (ends(text, from, SELF) || ends(text, end, ROLE)) {
            return IN_A_ROLE;
        }
        if ("村组".indexOf(last) >= 0) {
            return FROM_A_VILLAGE;
        }
        return !Character.isIdeographic(last) || ends(text, last == '了' ? from - 1 : from, LINK) ? 0.5 : -0.5;
    }

    /** Behind a telephone somebody stands, and so does somebody behind each number of a list: 24张羽、25肖露 */
    private static boolean numbered(String text, int from) {
        int start = from;
        while (start > 0 && from - start < TELEPHONE && Character.isDigit(text.charAt(start - 1))) {
            start--;
        }
        return from - start == TELEPHONE
                || start > 0 && from - start >= 3 && text.charAt(start - 1) == '-'
                || from - start <= 2 && (start == 0 || "、，,;； \t\n".indexOf(text.charAt(start - 1)) >= 0);
    }

    /** 一个叫, 女儿叫, 叫“: where what follows is what somebody is called. */
    private static boolean called(String text, int from, int end) {
        return "“\"【[".indexOf(text.charAt(from - 1)) >= 0
                || ends(text, end, ROLE)
                // 开了个叫麦霸的店
                || end > 0
                        && "个位名".indexOf(text.charAt(end - 1)) >= 0
                        && text.substring(Math.max(0, end - 3), end).indexOf('开') < 0;
    }

    private static double after(String text, int to) {
        int at = to < text.length() && text.charAt(to) == ' ' ? to + 1 : to;
        if (person(text, at)) {
            return 3;
        }
        if (begins(text, at, TITLE)
                || COUNTED.matcher(text).region(to, text.length()).lookingAt()) {
            return TITLED;
        }
        if (ESTATE.matcher(text).region(to, text.length()).lookingAt()) {
            return -2;
        }
        if (begins(text, to, THING) && !begins(text, to, UNLESS)
                || inside(text, to)
                || to < text.length() && Character.isIdeographic(text.charAt(to)) && begins(text, to + 1, BUILT)) {
            return -6;
        }
        if (begins(text, to, SAYS)
                || goesOnAsPronoun(text, to)
                || OWED.matcher(text).region(to, text.length()).lookingAt()) {
            return SAID;
        }
        if (to + 1 < text.length() && text.charAt(to) == '于' && Character.isDigit(text.charAt(to + 1))) {
            return 1.5;
        }
        if (begins(text, to, VERB)) {
            return VERBAL;
        }
        return to == text.length() || !Character.isIdeographic(text.charAt(to)) ? CLOSED : 0;
    }

    /** 金澎名都, 唐田中学: where the last signs already belong to what makes it the name of a place. */
    private static boolean inside(String text, int to) {
        return to < text.length() && PLACED.contains(text.substring(to - 1, to + 1))
                || to > 2 && BUILT.contains(text.substring(to - 2, to));
    }

    /** 谢立，他是…: who was named goes on as a pronoun. */
    private static boolean goesOnAsPronoun(String text, int to) {
        return to + 2 < text.length()
                && "，,。".indexOf(text.charAt(to)) >= 0
                && "他她".indexOf(text.charAt(to + 1)) >= 0
                && text.charAt(to + 2) != '们';
    }

    /** What both sides say together that neither says alone. */
    private static double together(String text, int from, int to, double before, double after) {
        if (before >= IN_A_ROLE && after == CLOSED) {
            return INTRODUCED_ALONE;
        }
        if (Signatures.apart(text, from, to)) {
            return ALONE;
        }
        if (after == TITLED && to - from == 3) {
            return Signatures.greeted(text, from) ? ALONE : 0.4;
        }
        if (after == CLOSED && (Signatures.signs(text, from, to) || Signatures.dated(text, to))) {
            return ALONE;
        }
        if (from > 0
                && to < text.length()
                && CLOSING.indexOf(text.charAt(to)) >= 0
                && OPENING.indexOf(text.charAt(from - 1)) >= 0) {
            return ALONE;
        }
        if (after == TITLED && to - from == 2 && Surnames.at(text, to - 1) == 0) {
            return ALONE;
        }
        if ((after == VERBAL || after == SAID) && Signatures.begins(text, from)) {
            return SUBJECT;
        }
        return before > 0
                        && (after == VERBAL || after == SAID)
                        && from > 0
                        && Character.isIdeographic(text.charAt(from - 1))
                ? 0.4
                : 0;
    }

    /** ，男，· （女，35岁）· ，身份证号 */
    private static boolean person(String text, int to) {
        int at = to;
        while (at < text.length() && at - to < 2 && "（(，,：:、 ；;".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        boolean aged = at + 3 <= text.length()
                && Character.isDigit(text.charAt(at))
                && Character.isDigit(text.charAt(at + 1))
                && text.charAt(at + 2) == '岁';
        return aged || begins(text, at, PERSON);
    }

    private static boolean ends(String text, int end, Set<String> words) {
        for (int length = Math.min(LONGEST_WORD, end); length > 0; length--) {
            if (words.contains(text.substring(end - length, end))) {
                return true;
            }
        }
        return false;
    }

    private static boolean begins(String text, int from, Set<String> words) {
        for (int length = Math.min(LONGEST_WORD, text.length() - from); length > 0; length--) {
            if (words.contains(text.substring(from, from + length))) {
                return true;
            }
        }
        return false;
    }

    /** Whether these signs are a title: 李老师 is no full name. */
    static boolean titled(String text, int from, int to) {
        String longer = text.substring(from, Math.min(text.length(), from + 2));
        return TITLE.contains(text.substring(from, to)) || TITLE.contains(longer) || ROLE.contains(longer);
    }

    /** Whether what follows goes on about a person: a title, or what persons do. */
    static boolean goesOn(String text, int to) {
        return begins(text, to, TITLE) || begins(text, to, SAYS) || begins(text, to, VERB) || begins(text, to, PERSON);
    }

    /** Whether a title follows. */
    static boolean entitled(String text, int to) {
        return begins(text, to, TITLE);
    }

    /** Whether something follows that makes a name one of a place or a firm. */
    static boolean thing(String text, int to) {
        return begins(text, to, THING) && !begins(text, to, UNLESS) && !begins(text, to, TITLE);
    }
}

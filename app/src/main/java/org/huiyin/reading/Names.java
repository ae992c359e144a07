package org.huiyin.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a figure counts, out of the words around its number. */
final class Names {

    private static final String PARTED = "，。；：、！？（）“”《》—,;:";
    private static final int LONGEST = 22;

    /** Before a threshold inside a name: 进出口过1000万美元企业45家. */
    private static final Pattern THRESHOLD_BEFORE = Pattern.compile(".*(?:过|超|超过|突破|满|逾)$");

    private static final Pattern THRESHOLD_AFTER =
            Pattern.compile("(?:以[上下内])?(?:的|规模)?[一-龥]{2,10}(?:达到?|已达|有|共)?\\d.*");
    private static final Pattern FROM_TO =
            Pattern.compile("从[0-9.万亿]+[一-龥]{1,3}(?:新增|增加|增长|提高|提升|上升|下降|减少|降低|发展)?[到至]?$");
    private static final Pattern FROM = Pattern.compile(".*[从由](?:原来|原先|原|过去|此前|上年|去年|年初|最初)?的?$");
    private static final Pattern FROM_AFTER =
            Pattern.compile("(?:新增|增加|增长|提高|提升|上升|下降|减少|降低|发展|扩大|扩展|压缩|缩短|缩减|压减|精简)?[到至为]\\d.*");
    private static final Pattern TIME = Pattern.compile(
            "^(?:其中|目前|当前|今年以来|今年|去年|近年来|近日|日前|截至目前|据了解|据统计|此次|本次|同时|另外|此外|全年|累计|现|现在|(?:\\d{4}年)?(?:元|\\d{1,2})[月年]?(?:至|-)\\d{1,2}月(?:份)?|前\\d{1,2}个?月|[到至]?\\d{4}年(?:度|底|末)?|\\d{1,2}月份?|上半年|下半年|[一二三四]季度|前三季度|和|及|与|或|了|中|等|在|为|将|还|并|其|以|各类|由|自|通过|围绕|按照|根据)+");
    private static final Pattern AFTER_STOP = Pattern.compile(
            "进行|深入|开展|参加|围绕|送上|送去|及|和|与|共(?!产)|可|的|已|正|被|将|用于|达|提供|提出|来自|完成|实现|全部|分布|争|签|获|集中|参与|组建|组织|建成|建设|办结|办理|发放|投|享受|从|在|等");

    private final Pattern who;
    private final Pattern whose;
    private final Pattern verbBefore;
    private final Pattern lastVerb;
    private final Pattern place = Pattern.compile("^(?:[一-龥]{2,4}?[市县区镇乡]|我[市区县省])(?=.{0,}$)");

    Names(Rules rules) {
        this.who = rules.pattern("who-words");
        this.whose = Pattern.compile("(?:" + who.pattern() + "|[一-龥&&[^全我本各省市]]{2}[市县](?![一-龥]{0,8}(?:局|委|办)))(?!第)");
        this.verbBefore = Pattern.compile("(?:" + rules.any("linking") + ")$");
        String verbs = rules.words("linking").stream()
                        .filter(word -> word.length() >= 2 && !word.equals("预计"))
                        .map(Pattern::quote)
                        .reduce((one, other) -> one + "|" + other)
                        .orElse("达到")
                + "|提出|办理|创|征集|安装|改造|整治|排查|落实|争取|引进|签约|吸引|带动|覆盖|服务|受理|解决|化解|培育|购买|种植|占据";
        this.lastVerb = Pattern.compile("^.*(?:" + verbs + ")(?:了|各类|各种|各项)?(?=.{2,}$)");
    }

    /** What a figure is of: the words before it, or after it when those before are only a verb or a place. */
    String of(String text, int from, int to, String unit) {
        String raw = before(text, from);
        String before = noun(raw);
        if (unit.equals("%") && text.startsWith("以上", to)) {
            String after = after(text, to + 2);
            return after.isEmpty() ? before : after;
        }
        if (before.length() >= 2 && !raw.endsWith("的") && !raw.endsWith("等")) {
            return before;
        }
        String after = after(text, to);
        if (!after.isEmpty()) {
            return after;
        }
        return before.isEmpty() ? raw : before;
    }

    /** The subjects of a comparison that tells of several: 甲、乙和丙分别增长; empty when its clause begins with the comparison. */
    List<String> subjects(String text, int from) {
        if (subject(text, from).isEmpty()) {
            return List.of();
        }
        int begin = from;
        while (begin > 0 && "，。；：！？".indexOf(text.charAt(begin - 1)) < 0) {
            begin--;
        }
        return Stream.of(text.substring(begin, from).split("[、和与及]"))
                .map(this::noun)
                .toList();
    }

    /** The subject of a comparison in its own clause; empty when the clause begins with the comparison. */
    String subject(String text, int from) {
        String raw = before(text, from);
        return raw.matches(".*\\d.*|.*(?:倍|%)$") ? "" : noun(raw);
    }

    /** The words of the clause before a place, from the last comma or the last figure on. */
    private static String before(String text, int end) {
        int from = end;
        while (from > 0 && PARTED.indexOf(text.charAt(from - 1)) < 0) {
            from--;
        }
        String clause = text.substring(from, end);
        Matcher range = Pattern.compile("从[0-9.]+[万亿]?[一-龥%]{1,3}?(?:新增|增加|增长|提高|提升|上升|下降|减少|降低|发展|扩大)?[到至]$")
                .matcher(clause);
        if (range.find()) {
            return clause.substring(0, range.start());
        }
        Matcher figure = Pattern.compile(
                        "^.*\\d(?:\\.\\d+)?[多余]?[万亿]?(?:[个家户名人件条项次套辆台座栋间所位场批头只株]|%|元|美元|吨|亩|斤|公里|平方米)(?!美元|.{0,8}企业.{0,3}$)(?=.*$)")
                .matcher(clause);
        return figure.find() ? clause.substring(figure.end()) : clause;
    }

    private String noun(String raw) {
        String name = TIME.matcher(raw).replaceFirst("");
        String was;
        do {
            was = name;
            name = verbBefore.matcher(name).replaceFirst("");
        } while (!was.equals(name));
        name = lastVerb.matcher(name).replaceFirst("");
        name = TIME.matcher(name).replaceFirst("");
        name = TIME.matcher(name).replaceFirst("");
        name = who.matcher(name).replaceAll("");
        Matcher placed = Pattern.compile("^[一-龥]{2}[市县](?=[一-龥]{2,})").matcher(name);
        name = placed.find() ? name.substring(placed.end()) : name;
        if (place.matcher(name).matches() || name.matches("[一-龥]{2,4}[市县区镇乡村]|组织|分配|创|实际|年|约")) {
            return "";
        }
        name = name.replaceAll("^(?:和|及|与|有|创|的)+", "");
        return name.length() > LONGEST ? name.substring(name.length() - LONGEST) : name;
    }

    private static String after(String text, int from) {
        int to = from;
        while (to < text.length() && to - from < 14 && Character.isIdeographic(text.charAt(to))) {
            to++;
        }
        String noun = text.substring(from, to).replaceAll("^(?:以上|左右|多|余|的|来自)+", "");
        Matcher stop = AFTER_STOP.matcher(noun);
        int at = 1;
        while (stop.find(Math.min(at, noun.length()))) {
            if (stop.start() >= 2) {
                return noun.substring(0, stop.start());
            }
            at = stop.start() + 1;
        }
        return noun.length() < 2 ? "" : noun;
    }

    /** Whether a number only bounds what another one counts, or is where a change began. */
    boolean partOfName(String text, int from, int to) {
        String before = text.substring(0, from);
        String after = text.substring(to);
        if (FROM.matcher(before).matches() && FROM_AFTER.matcher(after).matches()) {
            return true;
        }
        boolean bound = THRESHOLD_BEFORE.matcher(before).matches() || after.startsWith("以上") || after.startsWith("以下");
        return bound
                && THRESHOLD_AFTER.matcher(after).matches()
                && !FROM_TO.matcher(before).find();
    }

    /** Whose figure it is, as said: 全市, 监利市. */
    String who(String here, String before) {
        for (String text : new String[] {here, before}) {
            Matcher found = whose.matcher(text);
            String last = "";
            while (found.find()) {
                last = found.group();
            }
            if (!last.isEmpty()) {
                return last;
            }
        }
        return "";
    }

    static int ordinal(String said) {
        if (Character.isDigit(said.charAt(0))) {
            return Integer.parseInt(said);
        }
        String digits = "零一二三四五六七八九";
        int ten = said.indexOf('十');
        if (ten < 0) {
            return Math.max(0, digits.indexOf(said.charAt(0)));
        }
        int tens = ten == 0 ? 1 : digits.indexOf(said.charAt(0));
        return tens * 10 + (ten + 1 < said.length() ? digits.indexOf(said.charAt(ten + 1)) : 0);
    }
}

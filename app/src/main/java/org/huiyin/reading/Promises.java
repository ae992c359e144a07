package org.huiyin.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what is promised for a date: 力争年底建成, 确保明年5月竣工, 到2025年达到30亿元. */
final class Promises {

    private static final int LONGEST = 60;
    private static final int LONGEST_NAME = 24;
    private static final Pattern STRONG = Pattern.compile("前$|^[到至]\\d{4}年|[底末内]$");

    /** Who asks for it does not promise it: 会议强调，沙市区人民政府要在11月底前…. */
    private static final Pattern ASKED = Pattern.compile("(?:强调|指出|要求|提出|明确|决定|议定|确定)$");

    private static final Pattern SUBJECT =
            Pattern.compile("^([一-龥]{2,22}?(?:局|委|委员会|办|院|中心|公司|政府|街道|镇|乡|区|县|市|集团|指挥部))(?:要|应|须|必须|负责|牵头)");

    private final Days days;
    private final Pattern cue;
    private final Pattern end;
    private final Pattern past;
    private final Pattern done;
    private final Pattern surely;

    Promises(Rules rules, Days days) {
        this.days = days;
        this.cue = rules.pattern("promised-by");
        this.end = rules.pattern("promised-end");
        this.past = rules.pattern("not-promised");
        this.done = Pattern.compile("[^，]{0,6}?" + rules.any("promised-done"));
        this.surely = rules.pattern("promised-surely");
    }

    List<Article.Promise> of(List<Flow> paragraphs) {
        List<Article.Promise> promises = new ArrayList<>();
        for (Flow paragraph : paragraphs) {
            for (Flow sentence : Sentence.of(paragraph, "。；！？")) {
                for (Days.Due due : days.dues(sentence)) {
                    if (days.ahead(due.day())) {
                        promise(sentence, due, promises);
                    }
                }
            }
        }
        return promises;
    }

    private void promise(Flow sentence, Days.Due due, List<Article.Promise> promises) {
        String text = sentence.text();
        int from = Math.max(text.lastIndexOf('，', due.from() - 1), text.lastIndexOf('：', due.from() - 1)) + 1;
        int to = clauseEnd(text, due.to());
        String clause = text.substring(from, to);
        String when = text.substring(due.from(), due.to());
        if (past.matcher(text.substring(from, due.from())).find()) {
            return;
        }
        boolean called = cue.matcher(clause.replace(when, "")).find()
                || STRONG.matcher(when).find() && !when.matches("\\d{4}年")
                || done.matcher(text).region(due.to(), to).lookingAt();
        boolean ends = end.matcher(text.substring(due.to(), to)).find()
                || end.matcher(text.substring(from, due.from())).find()
                || STRONG.matcher(when).find() && surely.matcher(clause).find();
        if (!ends && to < text.length() - 1) {
            to = clauseEnd(text, to + 1);
            ends = end.matcher(text.substring(due.to(), to)).find();
            called |= cue.matcher(text.substring(due.to(), to)).find();
        }
        if (!called || !ends) {
            return;
        }
        String told = text.substring(from, to).replaceAll("[。；]+$", "");
        String title = told.indexOf('”') < told.length() - 1 && told.contains("”")
                ? told
                : told.replaceAll("^[“‘]|[”’]+$", "");
        String day = due.day().toString();
        String kept = title.length() > LONGEST ? title.substring(0, LONGEST) : title;
        if (promises.stream().noneMatch(known -> known.due().equals(day) && alike(known.title(), kept))) {
            promises.add(new Article.Promise(kept, who(text, from), day, when, Passage.of(sentence)));
        }
    }

    private static int clauseEnd(String text, int from) {
        int to = from;
        while (to < text.length() && "，。；！？".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return to;
    }

    /** Whoever says it, or the subject the sentence begins with. */
    private static String who(String text, int from) {
        String before = text.substring(0, from);
        int comma = before.indexOf('，');
        String first = comma < 0 ? before : before.substring(0, comma);
        String named = first.replaceAll("[，：“”]|(?:介绍|表示|说|透露)$|^(?:目前|据了解|据介绍|同时|其中|下一步|今后)$|(?:牵头|负责)$", "")
                .strip();
        if (ASKED.matcher(named).find()) {
            Matcher subject = SUBJECT.matcher(text.substring(from));
            return subject.find() ? subject.group(1) : "";
        }
        return named.length() > LONGEST_NAME || named.matches(".*(?:\\d|年底|月底|年内).*") ? "" : named;
    }

    private static boolean alike(String one, String other) {
        return one.contains(other) || other.contains(one);
    }
}

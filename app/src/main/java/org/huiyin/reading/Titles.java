package org.huiyin.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.text.Words;
import org.jspecify.annotations.Nullable;

/** Tells the title of an article from the line above and the line below it, and reads who wrote it, where and when. */
final class Titles {

    /** A line so much wider than the one before is set smaller: it explains the title. */
    private static final double SMALLER = 1.5;

    private static final Pattern SAYS = Pattern.compile(".*(强调|指出|要求|会议|召开时|时说|纪实|提醒|回应|建议|呼吁|提示|透露)[：:]?");
    private static final Pattern DATELINE = Pattern.compile(
            "(?:新华社|人民日报|中新社|央视)?([一-龥]{0,8}?)(\\d{4}年)?\\d{1,2}月\\d{1,2}日(?:上午|下午|晚|至\\d{1,2}日)?电?|近日|日前|昨日|昨天|今日|今天");
    private static final int LEAD = 80;
    private static final int LONGEST = 120;

    private final Rules rules;
    private final Words words;

    Titles(Rules rules, Words words) {
        this.rules = rules;
        this.words = words;
    }

    Article article(Draft draft) {
        List<List<Flow>> parts = parts(draft);
        int title = title(parts, draft);
        Flow below = title + 1 < parts.size() ? undashed(joined(parts.get(title + 1))) : null;
        Flow above = title > 0
                ? joined(parts.subList(0, title).stream().flatMap(List::stream).toList())
                : null;
        List<Article.Byline> bylines = new ArrayList<>(bylines(draft));
        return new Article(
                draft.photo ? Article.Kind.PHOTO : Article.Kind.TEXT,
                title < 0 ? null : Passage.of(joined(parts.get(title))),
                above == null ? null : Passage.of(above),
                below == null ? null : Passage.of(below),
                draft.columns.isEmpty() ? null : Passage.of(joined(draft.columns)),
                bylines,
                dateline(draft),
                draft.subheads.stream().map(Passage::of).toList(),
                draft.paragraphs.stream().map(Passage::of).toList(),
                draft.jumps.stream().map(Passage::of).toList(),
                draft.credits.stream().map(Passage::of).toList(),
                Article.Found.NOTHING);
    }

    /** The headlines of an article, each in its lines; a subtitle that hangs on a title is one of its own. */
    private List<List<Flow>> parts(Draft draft) {
        List<List<Flow>> parts = new ArrayList<>();
        for (Block block : draft.headings) {
            List<Flow> part = new ArrayList<>();
            for (Flow line : block.lines()) {
                boolean below = line.text().startsWith("——") || line.text().startsWith("—");
                if (!part.isEmpty()
                        && (below
                                || actor(line, draft)
                                || explains(part, line)
                                || part.size() == 1 && rules.matches("columns", part.getLast())
                                || SAYS.matcher(part.getLast()).matches())) {
                    parts.add(part);
                    part = new ArrayList<>();
                }
                part.add(line);
            }
            parts.add(part);
        }
        return parts;
    }

    /** Whether a line explains the title above it: that one asks and is done, or this one has a figure of its own. */
    private boolean explains(List<Flow> above, Flow line) {
        String said = joined(above).text();
        return said.endsWith("？")
                || line.text().matches("[一-龥]{2,}.*[0-9].*")
                        && !rules.pattern("goes-on-with").matcher(line.text()).lookingAt()
                        && Line.width(said) >= 8
                        && !Signs.straddle(words, said, line.text());
    }

    /** Whether a line begins with somebody of the article: it tells what happened, under a title that calls. */
    private static boolean actor(Flow line, Draft draft) {
        String text = line.text();
        for (int length = 3; length >= 2 && text.length() > length + 4; length--) {
            String name = text.substring(0, length);
            String all = draft.paragraphs.stream().map(Flow::text).reduce("", String::concat);
            Matcher says = Pattern.compile(Pattern.quote(name) + "(?:指出|强调|要求|表示|介绍|说|一行|主持|出席|调研|带队|率)")
                    .matcher(all);
            if (says.find()) {
                return true;
            }
        }
        return false;
    }

    private int title(List<List<Flow>> parts, Draft draft) {
        int last = parts.size() - 1;
        if (last <= 0) {
            return last;
        }
        String text = joined(parts.get(last)).text();
        if (text.startsWith("—")
                || explains(parts.get(last - 1), parts.get(last).getFirst()) && together(draft, parts, last)) {
            return last - 1;
        }
        if (rules.matches("below-title", text) && actor(parts.get(last).getFirst(), draft)) {
            return last - 1;
        }
        double width = width(parts.get(last));
        double before = width(parts.get(last - 1));
        boolean said = SAYS.matcher(joined(parts.get(last - 1)).text()).matches();
        if (!said
                && width >= SMALLER * before
                && (last == 1 && parts.get(0).size() > 1
                        || actor(parts.get(last).getFirst(), draft))) {
            return last - 1;
        }
        return last;
    }

    /** Whether the last two parts of a headline stood in one. */
    private static boolean together(Draft draft, List<List<Flow>> parts, int last) {
        return draft.headings.stream()
                .anyMatch(block -> block.lines().contains(parts.get(last).getFirst())
                        && block.lines().contains(parts.get(last - 1).getLast()));
    }

    private static Flow undashed(Flow line) {
        int from = 0;
        while (from < line.length() && line.charAt(from) == '—') {
            from++;
        }
        return line.slice(from, line.length());
    }

    private static double width(List<Flow> lines) {
        return lines.stream().mapToDouble(line -> Line.width(line.text())).max().orElse(0);
    }

    /** Lines of a headline as one: a blank where phrases meet, none where a word or a long phrase goes on. */
    private Flow joined(List<Flow> lines) {
        Flow joined = lines.getFirst();
        for (Flow line : lines.subList(1, lines.size())) {
            boolean phrases = Line.width(joined.text()) <= Line.width(line.text()) + 1;
            joined = (phrases && !Signs.straddle(words, joined.text(), line.text()) ? joined.plusBlank() : joined)
                    .plus(line);
        }
        return joined;
    }

    private List<Article.Byline> bylines(Draft draft) {
        List<Article.Byline> found = new ArrayList<>();
        for (Flow line : draft.bylines) {
            named(line, 0, line.length(), found);
        }
        if (!draft.paragraphs.isEmpty()) {
            Flow lead = draft.paragraphs.getFirst();
            Matcher start = rules.pattern("starts").matcher(lead);
            int from = start.lookingAt() ? start.end() : -1;
            if (from >= 0) {
                head(lead, from, found);
            }
        }
        for (Flow credit : draft.credits) {
            String names = credit.text()
                    .replaceAll(rules.pattern("roles").pattern(), " ")
                    .replaceAll("[（()）/]|摄影报道|摄影|供图|文图|[摄图文](?=[ ）)/]|$)|(?<=[ （(/])[图文]", " ")
                    .strip();
            add("摄", names, Passage.of(credit), found);
        }
        return found;
    }

    /** Who wrote it, as the head of a message says: in brackets, or before 报道. */
    private void head(Flow lead, int start, List<Article.Byline> found) {
        int from = start;
        while (from < lead.length() && Flow.blank(lead.charAt(from))) {
            from++;
        }
        if (from < lead.length() && "（(".indexOf(lead.charAt(from)) >= 0) {
            int end = Math.max(lead.text().indexOf('）', from), lead.text().indexOf(')', from));
            if (end > 0 && end - from <= LONGEST) {
                named(lead, from, end, found);
            }
            return;
        }
        Matcher said = rules.pattern("lead-byline").matcher(lead).region(from, lead.length());
        if (said.lookingAt()) {
            named(lead, said.start(1), said.end(1), found);
        }
    }

    private void named(Flow line, int from, int to, List<Article.Byline> found) {
        String text = parted(line, from, to).replaceAll("^[□■◎○●◇◆（( ]+|[）) ]+$", " ");
        Passage at = Passage.of(line, from, to);
        Matcher roles = rules.pattern("roles").matcher(text);
        String role = "";
        int begin = 0;
        while (roles.find()) {
            add(role, text.substring(begin, roles.start()), at, found);
            role = roles.group();
            begin = roles.end();
        }
        add(role, text.substring(begin), at, found);
    }

    /** With a blank where a line ended between two names; a name that goes on over the end of a line stays whole. */
    private static String parted(Flow line, int from, int to) {
        StringBuilder parted = new StringBuilder();
        int run = 0;
        for (int i = from; i < to; i++) {
            boolean name = Character.isIdeographic(line.charAt(i));
            if (name
                    && run >= 2
                    && line.broken(i)
                    && i + 1 < to
                    && Character.isIdeographic(line.charAt(i + 1))
                    && !line.broken(i + 1)) {
                parted.append(' ');
                run = 0;
            }
            run = !name ? 0 : line.broken(i) ? 1 : run + 1;
            parted.append(line.charAt(i));
            if (parted.toString().matches(".*(?:记者|通讯员)")) {
                run = 0;
            }
        }
        return parted.toString().replace("记 者", "记者").replaceAll("通 ?讯 ?员", "通讯员");
    }

    private void add(String role, String names, Passage at, List<Article.Byline> found) {
        List<String> each = new ArrayList<>();
        String said =
                names.replaceAll("(?:文/图|图/文|图文|(?<=[ /：:]|^)[文图摄](?=[ /：:]|$)|文字(?=[：/])|摄影报道|报道|摄影|整理|供稿|供图)", " ");
        String first = "";
        for (String name : said.strip().split("[ 　、，：:/]+")) {
            if (name.length() == 1 && !each.isEmpty() && each.getLast().length() == 4 && first.isEmpty()) {
                // 郝思远葛 明: the blank between two names was lost at the end of a line
                String two = each.removeLast();
                each.addAll(List.of(two.substring(0, 3), two.charAt(3) + name));
                continue;
            }
            if (name.length() == 1) {
                // 王 芳: a name of two signs, set as wide as one of three
                each.addAll(first.isEmpty() ? List.of() : List.of(first + name));
                first = first.isEmpty() ? name : "";
                continue;
            }
            first = "";
            String plain = name.length() >= 4 ? name.replaceAll("文$", "") : name;
            if (plain.matches("[一-龥·]{2,5}") && !rules.matches("not-names", plain)) {
                each.add(plain);
            }
        }
        if (!each.isEmpty()) {
            found.add(new Article.Byline(role, each, at));
        }
    }

    private static @Nullable Passage dateline(Draft draft) {
        if (draft.paragraphs.isEmpty()) {
            return null;
        }
        Flow lead = draft.paragraphs.getFirst();
        Matcher date = DATELINE.matcher(lead.text()).region(0, Math.min(LEAD, lead.length()));
        return date.find() ? Passage.of(lead, date.start(), date.end()) : null;
    }
}

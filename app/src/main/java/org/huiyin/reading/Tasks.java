package org.huiyin.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what was decided or demanded: who asked, who is to do it, how, by when. */
final class Tasks {

    private static final int LONGEST_TITLE = 40;
    private static final String PART =
            "[一二三四五六七八九十]{1,3}[是、．.]|[（(][一二三四五六七八九十\\d]{1,3}[）)]|\\d{1,2}[.．、](?!\\d)|[①-⑳]";

    private final Days days;
    private final Pattern asked;
    private final Pattern must;
    private final Pattern plan;
    private final Pattern lead;
    private final Pattern leads;
    private final Pattern with;
    private final Pattern by;
    private final Pattern deciding;

    Tasks(Rules rules, Days days) {
        this.days = days;
        String unit = "[一-龥（）()、]{1,24}?";
        this.asked = Pattern.compile("^(?<by>[^，。；]{0,40}?)(?:并|还|再次|进一步)?(?:" + rules.any("asked-by") + ")[，：:]");
        this.must = Pattern.compile(
                "^(?:并|同时|" + PART + ")?(?<lead>" + unit + ")??(?<must>" + rules.any("must") + ")(?=[一-龥“])");
        this.plan = Pattern.compile("^[“]?" + rules.any("plans") + "，(?<lead>[^，]{2,20}?)(?:将|要)");
        this.lead = Pattern.compile("(?:" + rules.any("lead-marks") + ")[：:]\\s*(?<units>[^；;。，）)\\s]+)");
        this.leads = Pattern.compile("(?:[（(；。，]|由)(?<units>[^（(；。，：]{2,40}?)(?:牵头|负责)(?:落实|办理|实施|组织)?(?=[，。；）)]|$)");
        this.with = Pattern.compile("(?:" + rules.any("with-marks")
                + ")[：:]\\s*(?<units>[^；;。，）)\\s]+)|[，；](?<also>[^（(；。，：]{2,60}?)(?:配合|协办)(?=[，。；）)]|$)");
        this.by = Pattern.compile("(?:" + rules.any("by-marks") + ")[：:]\\s*(?<when>[^；;。，）)\\s]+)");
        this.deciding = Pattern.compile(".*(?:" + rules.any("decided-by") + "|" + rules.any("asked-by")
                + "|工作要点|重点任务|主要任务|工作任务|议定事项)(?:[^，。]{0,20})[：:]?$");
    }

    List<Article.Task> of(List<Flow> paragraphs, List<Flow> heads) {
        List<Article.Task> tasks = new ArrayList<>();
        String asker = "";
        boolean listing =
                heads.stream().anyMatch(head -> deciding.matcher(head.text()).matches());
        for (Flow paragraph : paragraphs) {
            String text = paragraph.text();
            if (deciding.matcher(text).matches()) {
                listing = true;
                asker = text.length() < 60 ? text.replaceAll("[：:]$", "") : asker;
            } else if (marked(text) && !speaks(paragraph)) {
                marked(paragraph, asker, tasks);
            } else if (listing
                    && Pattern.compile("^(?:" + PART + ")").matcher(text).find()
                    && Signs.sentenceEnds(text)) {
                add(tasks, paragraph, text.replaceFirst("^(?:" + PART + ")", ""), asker, "");
            } else {
                asker = spoken(paragraph, asker, tasks);
            }
        }
        return tasks;
    }

    /** Whether a paragraph says in so many words who is to do it. */
    private boolean marked(String text) {
        return lead.matcher(text).find()
                || text.length() < 400 && leads.matcher(text).find();
    }

    /** Whether a paragraph tells sentence by sentence what was asked, each perhaps of another unit. */
    private boolean speaks(Flow paragraph) {
        return !lead.matcher(paragraph.text()).find()
                && Sentence.of(paragraph, "。；！？").stream()
                        .anyMatch(sentence -> asked.matcher(sentence.text()).find());
    }

    /** 会议要求，市教育局要牵头，市公安局配合，4月底前完成…: who leads stands before what is to be done. */
    private boolean led(Flow sentence, String said, String asker, List<Article.Task> tasks) {
        Matcher units = leads.matcher("，" + said);
        if (!units.find()) {
            return false;
        }
        String rest =
                with.matcher(("，" + said).substring(units.end())).replaceAll("").replaceFirst("^[，；]", "");
        String before = ("，" + said).substring(0, units.start()).replaceFirst("^，", "");
        String what = (rest.length() >= 4 ? rest : before).replaceAll("[。；！？”’]+$", "");
        if (what.length() < 4) {
            return false;
        }
        String named = units.group("units");
        tasks.add(new Article.Task(
                title(what),
                asker,
                first(named),
                others(named, said),
                measures(what),
                due(what, null),
                Passage.of(sentence)));
        return true;
    }

    private void marked(Flow paragraph, String asker, List<Article.Task> tasks) {
        String text = paragraph.text();
        Matcher units = lead.matcher(text);
        if (!units.find()) {
            units = leads.matcher(text);
            units.find();
        }
        String what = text.substring(0, units.start())
                .replaceFirst("^(?:" + PART + ")", "")
                .replaceAll("[（(]$", "");
        String named = units.group("units");
        if (what.length() < 4 && !tasks.isEmpty()) {
            Article.Task last = tasks.removeLast();
            tasks.add(new Article.Task(
                    last.title(),
                    last.by(),
                    first(named),
                    others(named, text),
                    last.measures(),
                    due(text, last.due()),
                    last.at()));
        } else if (what.length() >= 4) {
            tasks.add(new Article.Task(
                    title(what),
                    asker,
                    first(named),
                    others(named, text),
                    measures(what),
                    due(text, null),
                    Passage.of(paragraph)));
        }
    }

    private static String first(String units) {
        return plain(units.split("[、,，]")[0]);
    }

    /** 由市教育局要: the unit alone. */
    private static String plain(String unit) {
        return unit.replaceAll("^(?:由|请|责成)|(?:要|应|应当|须|必须|需|共同|具体)+$", "");
    }

    private List<String> others(String units, String text) {
        List<String> others = new ArrayList<>(Arrays.asList(units.split("[、,，]")));
        others.removeFirst();
        Matcher more = with.matcher(text);
        while (more.find()) {
            String found = more.group("units") == null ? more.group("also") : more.group("units");
            others.addAll(Arrays.asList(found.split("[、,，]")));
        }
        return others;
    }

    private String spoken(Flow paragraph, String before, List<Article.Task> tasks) {
        String asker = before;
        boolean asking = false;
        boolean first = true;
        for (Flow sentence : Sentence.of(paragraph, "。；！？")) {
            String text = sentence.text();
            Matcher who = asked.matcher(text.replaceAll("^[“‘]", ""));
            int from = 0;
            if (who.find() && speaker(who.group("by"))) {
                asker = asker(who.group("by"));
                from = text.length() - who.replaceFirst("").length();
                asking = true;
            } else if (first && !asker.isEmpty() && text.startsWith("要")) {
                asking = true;
            }
            first = false;
            asking |= asksInside(sentence, tasks);
            String said = text.substring(Math.min(from, text.length()));
            if (asking && led(sentence, said, asker, tasks)) {
                continue;
            }
            Matcher plans = plan.matcher(text);
            if (plans.find()) {
                add(tasks, sentence, text.substring(plans.end()), "", plans.group("lead"));
            } else if (asking) {
                Matcher needs = must.matcher(said);
                if (needs.find()
                        && (said.startsWith("要") || lead(needs.group("lead")).isEmpty()
                                ? said.indexOf(needs.group("must")) <= 10
                                : true)) {
                    String lead = lead(needs.group("lead"));
                    boolean whole = lead.isEmpty() && needs.group("lead") != null;
                    add(tasks, sentence, whole ? said : said.substring(needs.end()), asker, lead);
                }
            }
        }
        return asking ? asker : "";
    }

    /** 听取汇报并强调，要…: the verb stands behind a comma. */
    private boolean asksInside(Flow sentence, List<Article.Task> tasks) {
        Matcher inside =
                Pattern.compile("[，。](?<by>[^，。]{0,24}?)(?:强调|指出|要求|提出)，(?=要)").matcher(sentence.text());
        if (!inside.find()) {
            return false;
        }
        String asker = asker(inside.group("by"));
        add(tasks, sentence, sentence.text().substring(inside.end() + 1), asker, "");
        return false;
    }

    private static boolean speaker(String by) {
        return by.length() <= 40;
    }

    private static String asker(String by) {
        String plain = by.replaceAll("^(?:近日|日前|随后|会上|最后|同时|他|她)[，]?|(?:在[^，]*?(?:时|上|中))$|并$", "")
                .strip();
        return plain.isEmpty() ? "会议" : plain.substring(Math.max(0, plain.length() - 30));
    }

    private static String lead(@Nullable String named) {
        if (named == null) {
            return "";
        }
        String plain = named.replaceAll("^(?:并|同时|一是|二是|三是)", "");
        return plain.matches(".*(?:局|委|办|院|中心|公司|政府|街道|镇|乡|区|县|市|部门|单位|部|组|专班|社区|村|（办）|协会|集团|指挥部)") ? plain : "";
    }

    private void add(List<Article.Task> tasks, Flow at, String what, String by, String lead) {
        String plain = what.replaceAll("[。；！？”’]+$", "").strip();
        if (plain.length() >= 4) {
            tasks.add(new Article.Task(
                    title(plain), by, lead, List.of(), measures(plain), due(plain, null), Passage.of(at)));
        }
    }

    private static String title(String what) {
        String first = what.split("[，；。：]")[0];
        return first.length() > LONGEST_TITLE ? first.substring(0, LONGEST_TITLE) : first;
    }

    private static List<String> measures(String what) {
        String[] clauses = what.split("[，；。]");
        return Arrays.stream(clauses)
                .skip(1)
                .map(String::strip)
                .filter(clause -> clause.length() >= 3)
                .limit(12)
                .toList();
    }

    private @Nullable String due(String text, @Nullable String known) {
        Matcher marked = by.matcher(text);
        String where = marked.find() ? marked.group("when") : text;
        return days.dues(where).stream()
                .map(Days.Due::day)
                .filter(days::ahead)
                .map(LocalDate::toString)
                .findFirst()
                .orElse(known);
    }
}

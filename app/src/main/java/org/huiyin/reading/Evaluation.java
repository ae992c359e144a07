package org.huiyin.reading;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * How well pages are read, against labels made by hand. The labels hold positions, values and short titles. An article counts as right when it
 * begins where the label says, within a few signs; a title when its words are the same, blanks apart; a figure by its number, unit and place.
 */
public final class Evaluation {

    private static final String HOME = "/reading/labelled/";
    private static final int NEAR = 12;

    private final Reading reading;

    public Evaluation(Reading reading) {
        this.reading = reading;
    }

    /** Which pages. */
    public enum Set {
        /** Two real pages the rules were written with. */
        SHARED("real, rules written with them", List.of("jingzhou-2022-11-01-p1", "jingzhouqu-2022-07-p1")),
        /** Pages invented for the purpose and labelled before they were first read. */
        INVENTED("invented, labelled before", List.of("invented-daily", "invented-minutes", "invented-scan")),
        /** Pages invented in the manner of other papers and offices, labelled before the reader was opened. */
        OTHERS(
                "invented, other papers and offices",
                List.of(
                        "blind-lanzhou-daily",
                        "blind-qihu-evening",
                        "blind-yunxi-county",
                        "blind-dongling-district",
                        "blind-pingjin-minutes",
                        "blind-baishi-bulletin",
                        "blind-haichuan-plan")),
        /** More of them, labelled and read once after the rules had been mended for the former. */
        LATER(
                "invented, later ones",
                List.of("later-dingzhouping-daily", "later-xinhu-letters", "later-changling-circular")),
        /** Again more, likewise. */
        THIRD(
                "invented, third look",
                List.of("third-chengzhou-daily", "third-lancheng-districts", "third-changningwan-plan")),
        /** And once more. */
        FOURTH(
                "invented, fourth look",
                List.of("fourth-hailing-daily", "fourth-hailing-page2", "fourth-yunlu-minutes")),
        /** And a last time. */
        FIFTH("invented, fifth look", List.of("fifth-huaian-times", "fifth-chenkan-page3"));

        private final String title;
        private final List<String> pages;

        Set(String title, List<String> pages) {
            this.title = title;
            this.pages = pages;
        }

        public String title() {
            return title;
        }
    }

    /** Counts of one sort of thing. */
    public record Score(int labelled, int found, int right) {

        public double recall() {
            return labelled == 0 ? 1 : (double) right / labelled;
        }

        public double precision() {
            return found == 0 ? 1 : (double) right / found;
        }

        Score plus(Score other) {
            return new Score(labelled + other.labelled, found + other.found, right + other.right);
        }
    }

    /** What came of it: how many pages there were, the counts, and what was wrong. */
    public record Result(int pages, Map<String, Score> scores, List<String> faults) {}

    /** Measures the pages of a set; shared ones are looked for in the folder. */
    public Result of(Set set, Path folder) {
        Map<String, Score> scores = new LinkedHashMap<>();
        List<String> faults = new ArrayList<>();
        int pages = 0;
        for (String page : set.pages) {
            String text = text(set, page, folder);
            if (text.isEmpty()) {
                continue;
            }
            pages++;
            Map<?, ?> labels = labels(page);
            LocalDate day = LocalDate.parse(String.valueOf(labels.get("date")));
            score(page, labels, reading.articles(text, day), scores, faults);
        }
        return new Result(pages, scores, faults);
    }

    private static void score(
            String page, Map<?, ?> labels, List<Article> articles, Map<String, Score> scores, List<String> faults) {
        Map<String, List<String>> wanted = new LinkedHashMap<>();
        for (String what : List.of("articles", "titles", "by-lines", "figures", "promises")) {
            wanted.put(what, new ArrayList<>());
        }
        for (Object one : (List<?>) Objects.requireNonNull(labels.get("articles"))) {
            Map<?, ?> label = (Map<?, ?>) one;
            String at = String.valueOf(label.get("from"));
            get(wanted, "articles").add(at);
            if (label.get("title") != null) {
                get(wanted, "titles").add(Headings.plain(String.valueOf(label.get("title"))));
            }
            texts(label, "by").forEach(name -> get(wanted, "by-lines").add(at + " " + name));
            texts(label, "figures").forEach(get(wanted, "figures")::add);
            texts(label, "promises").forEach(get(wanted, "promises")::add);
        }
        Map<String, List<String>> found = found(articles, get(wanted, "articles"));
        wanted.forEach((what, labelled) -> {
            List<String> left = new ArrayList<>(get(found, what));
            int right = 0;
            for (String label : labelled) {
                int hit = hit(label, left, what);
                if (hit >= 0) {
                    left.remove(hit);
                    right++;
                } else {
                    faults.add(page + ", missed of " + what + ": " + label);
                }
            }
            left.forEach(extra -> faults.add(page + ", false of " + what + ": " + extra));
            scores.merge(what, new Score(labelled.size(), get(found, what).size(), right), Score::plus);
        });
    }

    private static List<String> get(Map<String, List<String>> lists, String what) {
        return Objects.requireNonNull(lists.get(what));
    }

    /** Articles and by-lines by the place their article begins; figures and promises by value and place. */
    private static Map<String, List<String>> found(List<Article> articles, List<String> places) {
        Map<String, List<String>> found = new LinkedHashMap<>();
        for (String what : List.of("articles", "titles", "by-lines", "figures", "promises")) {
            found.put(what, new ArrayList<>());
        }
        for (Article article : articles) {
            String at = place(article.paragraphs().getFirst().from(), places);
            get(found, "articles").add(at);
            Passage title = article.title();
            if (title != null) {
                get(found, "titles").add(Headings.plain(title.text()));
            }
            article.bylines()
                    .forEach(by ->
                            by.names().forEach(name -> get(found, "by-lines").add(at + " " + name)));
            article.found()
                    .figures()
                    .forEach(figure -> get(found, "figures")
                            .add(figure.amount() + " " + figure.unit() + " @"
                                    + figure.at().from()));
            article.found()
                    .promises()
                    .forEach(promise -> get(found, "promises")
                            .add(promise.due() + " @" + promise.at().from()));
        }
        return found;
    }

    private static String place(int from, List<String> places) {
        return places.stream()
                .filter(place -> Math.abs(Integer.parseInt(place) - from) <= NEAR)
                .findFirst()
                .orElse(String.valueOf(from));
    }

    private static int hit(String label, List<String> left, String what) {
        if (!what.equals("figures") && !what.equals("promises")) {
            return left.indexOf(label);
        }
        int at = label.indexOf(" @");
        int place = Integer.parseInt(label.substring(at + 2));
        int most = what.equals("figures") ? NEAR : 120;
        for (int i = 0; i < left.size(); i++) {
            int other = left.get(i).indexOf(" @");
            if (left.get(i).substring(0, other).equals(label.substring(0, at))
                    && Math.abs(Integer.parseInt(left.get(i).substring(other + 2)) - place) <= most) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> texts(Map<?, ?> label, String key) {
        return label.get(key) instanceof List<?> list
                ? list.stream().map(String::valueOf).collect(Collectors.toList())
                : List.of();
    }

    private static String text(Set set, String page, Path folder) {
        try {
            if (set == Set.SHARED) {
                Path file = folder.resolve(page + ".txt");
                return Files.isRegularFile(file)
                                && Documents.open(file) instanceof Opened.Readable(var kind, var enc, var sha, var text)
                        ? text
                        : "";
            }
            return new String(resource(page + ".txt"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<?, ?> labels(String page) {
        Object loaded = new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(new String(resource(page + ".yaml"), StandardCharsets.UTF_8));
        return (Map<?, ?>) Objects.requireNonNull(loaded);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Evaluation.class.getResourceAsStream(HOME + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

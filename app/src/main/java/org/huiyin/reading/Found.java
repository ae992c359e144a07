package org.huiyin.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.huiyin.text.Plain;
import org.jspecify.annotations.Nullable;

/**
 * Something found in an article, as it is kept: with the sentence it stands in, and a fingerprint that is the same wherever the same words say
 * the same thing.
 */
record Found(
        String kind,
        int article,
        String title,
        String who,
        String lead,
        @Nullable String due,
        String measures,
        String source,
        int markFrom,
        int markTo,
        String place,
        Article.@Nullable Figure figure,
        String fingerprint) {

    private static final int LONGEST = 1500;

    /** Everything found in the articles of a document, in their order. */
    static List<Found> in(List<Article> articles) {
        List<Found> all = new ArrayList<>();
        for (int i = 0; i < articles.size(); i++) {
            Article article = articles.get(i);
            String place = article.found().places().stream()
                    .map(Article.Named::code)
                    .filter(code -> !code.isEmpty())
                    .findFirst()
                    .orElse("");
            for (Article.Task task : article.found().tasks()) {
                all.add(of(
                        "task",
                        i,
                        article,
                        task.title(),
                        task.by(),
                        task.lead(),
                        task.due(),
                        String.join("；", task.measures()),
                        task.at(),
                        place,
                        null));
            }
            for (Article.Promise promise : article.found().promises()) {
                all.add(of(
                        "promise",
                        i,
                        article,
                        promise.title(),
                        promise.who(),
                        "",
                        promise.due(),
                        "",
                        promise.at(),
                        place,
                        null));
            }
            for (Article.Figure figure : article.found().figures()) {
                all.add(of(
                        "figure", i, article, figure.name(), figure.who(), "", null, "", figure.at(), place, figure));
            }
        }
        return all;
    }

    private static Found of(
            String kind,
            int number,
            Article article,
            String title,
            String who,
            String lead,
            @Nullable String due,
            String measures,
            Passage at,
            String place,
            Article.@Nullable Figure figure) {
        String paragraph = article.paragraphs().stream()
                .filter(one -> one.from() <= at.from() && at.from() < one.to())
                .map(Passage::text)
                .filter(text -> text.contains(at.text()))
                .findFirst()
                .orElse(at.text());
        int here = paragraph.indexOf(at.text());
        int from = begin(paragraph, here);
        int to = end(paragraph, here + at.text().length());
        String source = paragraph.substring(from, Math.min(to, from + LONGEST));
        int markFrom = Math.min(here - from, source.length());
        int markTo = Math.min(markFrom + at.text().length(), source.length());
        String what =
                figure == null ? title + (due == null ? "" : due) : figure.name() + figure.amount() + figure.unit();
        String print = Documents.sha256(
                (kind + "\n" + Plain.of(what) + "\n" + Plain.of(source)).getBytes(StandardCharsets.UTF_8));
        return new Found(kind, number, title, who, lead, due, measures, source, markFrom, markTo, place, figure, print);
    }

    private static int begin(String paragraph, int here) {
        int from = here;
        while (from > 0 && "。！？".indexOf(paragraph.charAt(from - 1)) < 0) {
            from--;
        }
        return from;
    }

    private static int end(String paragraph, int here) {
        int to = here;
        boolean ended = to > 0 && "。！？".indexOf(paragraph.charAt(to - 1)) >= 0;
        while (!ended && to < paragraph.length()) {
            ended = "。！？".indexOf(paragraph.charAt(to)) >= 0;
            to++;
        }
        return to;
    }
}

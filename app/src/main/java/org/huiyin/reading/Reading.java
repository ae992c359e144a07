package org.huiyin.reading;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.text.Words;
import org.jspecify.annotations.Nullable;

/** Reads documents by a set of rules and with the places and units of a city. Safe for many threads. */
public final class Reading {

    private static final int MOST_LINES = 20_000;

    /** No paragraph is longer; what comes after is shown and not looked into. */
    private static final int LONGEST = 6000;

    private static final Pattern BEFORE_UNITS = Pattern.compile(
            "^.*(?:从|位于|展现|聚焦|围绕|建设(?!局)|来到|走进|前往|深入|由|向|对|在(?!线)|和|与|及|到|是|以|听取|发挥|要求|会同|联合|组织(?!部))(?=.{3,})");

    private final Rules rules;
    private final Gazetteer gazetteer;
    private final Words words = new Words();
    private final Pattern unit;

    public Reading(Rules rules, Gazetteer gazetteer) {
        this.rules = rules;
        this.gazetteer = gazetteer;
        this.unit = Pattern.compile("(?<![一-龥])(?:[省市区县镇乡]|[一-龥]{2,5}[市区县镇乡])?[一-龥]{0,10}?" + rules.any("unit-endings")
                + "(?![一-龥]{0,1}(?:主任|书记|局长))");
    }

    /** A day that matters: the one a document is of. */
    public record Dated(LocalDate day, boolean said) {}

    /**
     * Reads a text.
     *
     * @param day the document is of; dates like 年底 are counted from it
     */
    public List<Article> articles(String text, LocalDate day) {
        List<Line> lines = Line.of(text);
        List<Line> kept = lines.size() > MOST_LINES ? lines.subList(0, MOST_LINES) : lines;
        Titles titles = new Titles(rules, words);
        Days days = new Days(day, rules.feasts());
        List<Article> articles = new ArrayList<>();
        for (Draft draft : Assembly.of(Layout.of(kept, rules, words), rules)) {
            articles.add(titles.article(draft).with(found(draft, days)));
        }
        return articles;
    }

    private Article.Found found(Draft draft, Days days) {
        List<Flow> paragraphs = draft.paragraphs.stream()
                .map(paragraph -> paragraph.slice(0, Math.min(LONGEST, paragraph.length())))
                .map(paragraph -> Sentence.mended(paragraph, rules))
                .toList();
        List<Flow> heads = new ArrayList<>(draft.subheads);
        draft.headings.forEach(block -> heads.addAll(block.lines()));
        return new Article.Found(
                new People(rules).of(paragraphs),
                units(paragraphs),
                places(paragraphs),
                new Tasks(rules, days).of(paragraphs, heads),
                new Promises(rules, days).of(paragraphs),
                figures(paragraphs, days));
    }

    private List<Article.Figure> figures(List<Flow> paragraphs, Days days) {
        Figures figures = new Figures(rules, days);
        List<Article.Figure> found = new ArrayList<>();
        for (Flow paragraph : paragraphs) {
            StringBuilder before = new StringBuilder();
            for (Flow sentence : Sentence.of(paragraph, "。；！？")) {
                found.addAll(figures.of(sentence, before.toString()));
                before.append(sentence.text());
            }
        }
        return found;
    }

    private List<Article.Named> units(List<Flow> paragraphs) {
        List<Article.Named> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (Flow paragraph : paragraphs) {
            Matcher named = unit.matcher(paragraph.text());
            while (named.find()) {
                boolean known = !gazetteer.unit(named.group()).isEmpty();
                int from = named.start() + (known ? 0 : lead(named.group()));
                String name = paragraph.text().substring(from, named.end());
                if (name.length() >= 3 && !counted(paragraph.text(), from) && seen.add(name)) {
                    found.add(new Article.Named(name, gazetteer.unit(name), Passage.of(paragraph, from, named.end())));
                }
            }
        }
        return found;
    }

    /** 300个完整社区: how many of a kind, and not the name of one. */
    private static boolean counted(String text, int from) {
        return from > 0 && Character.isDigit(text.charAt(from - 1)) && "个家所项处座".indexOf(text.charAt(from)) >= 0;
    }

    /** How much of a match is a verb before the unit's name. */
    private static int lead(String named) {
        Matcher verb = BEFORE_UNITS.matcher(named);
        return verb.lookingAt() ? verb.end() : 0;
    }

    private List<Article.Named> places(List<Flow> paragraphs) {
        StringBuilder all = new StringBuilder();
        paragraphs.forEach(paragraph -> all.append(paragraph.text()).append('\n'));
        List<Article.Named> found = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        int base = 0;
        List<Gazetteer.Found> places = gazetteer.places(all.toString());
        for (Flow paragraph : paragraphs) {
            int end = base + paragraph.length();
            for (Gazetteer.Found place : places) {
                if (place.from() >= base && place.to() <= end && seen.add(place.name())) {
                    found.add(new Article.Named(
                            place.name(), place.code(), Passage.of(paragraph, place.from() - base, place.to() - base)));
                }
            }
            base = end + 1;
        }
        return found;
    }

    /** The day a document is of: what its head or its name says, else the latest day it speaks of in the years it names; else the one given. */
    public static Dated day(String name, String text, LocalDate otherwise) {
        Matcher inName =
                Pattern.compile("(20\\d\\d)[-_年.]?(\\d{1,2})[-_月.]?(\\d{1,2})?").matcher(name);
        if (inName.find()) {
            Dated named = dated(inName.group(1), inName.group(2), inName.group(3), otherwise);
            // A name that tells the month alone stands for its last day, as a guess.
            return inName.group(3) == null && named.said()
                    ? new Dated(YearMonth.from(named.day()).atEndOfMonth(), false)
                    : named;
        }
        String head = text.substring(0, Math.min(text.length(), 1500)).replaceAll("[ 　]", "");
        Matcher inHead = Pattern.compile("(20\\d\\d)年(\\d{1,2})月(\\d{1,2})日").matcher(head);
        if (inHead.find()) {
            return dated(inHead.group(1), inHead.group(2), inHead.group(3), otherwise);
        }
        Matcher years = Pattern.compile("(20[0-4]\\d)\\s*年").matcher(text);
        int latest = 0;
        while (years.find()) {
            int year = Integer.parseInt(years.group(1));
            latest = year <= otherwise.getYear() ? Math.max(latest, year) : latest;
        }
        if (latest == 0) {
            return new Dated(otherwise, false);
        }
        Matcher days = Pattern.compile("(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*日").matcher(text);
        return days.find()
                ? dated(String.valueOf(latest), days.group(1), days.group(2), otherwise)
                : new Dated(LocalDate.of(latest, 12, 31), false);
    }

    private static Dated dated(String year, String month, @Nullable String day, LocalDate otherwise) {
        try {
            return new Dated(
                    LocalDate.of(
                            Integer.parseInt(year), Integer.parseInt(month), day == null ? 1 : Integer.parseInt(day)),
                    true);
        } catch (DateTimeException e) {
            return new Dated(otherwise, false);
        }
    }
}

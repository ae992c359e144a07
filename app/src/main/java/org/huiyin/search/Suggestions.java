package org.huiyin.search;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.huiyin.frame.Page;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.text.Spelling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** What somebody who begins to type may mean: a number, what they looked for lately, a category, a unit, a place. */
@Component
class Suggestions {

    private static final int EACH = 4;

    private static final String RECENT = """
            select words from search_query where account = :account and position(:begun in words) > 0 order by at desc limit :most
            """;
    private static final String KEEP = """
            insert into search_query (account, words, at) values (:account, :words, :at)
            on conflict (account, words) do update set at = excluded.at
            """;
    private static final String FORGET = """
            delete from search_query where account = :account and at < (
              select at from search_query where account = :account order by at desc offset 30 limit 1)
            """;

    private static final String FORGET_OLD = """
            delete from search_query where at < :before
            """;
    private static final Duration KEPT = Duration.ofDays(30);

    private final JdbcClient database;
    private final Organisation organisation;
    private final Questions questions;
    private final InstantSource clock;

    Suggestions(JdbcClient database, Organisation organisation, Questions questions, InstantSource clock) {
        this.database = database;
        this.organisation = organisation;
        this.questions = questions;
        this.clock = clock;
    }

    /** Remembers what somebody looked for and found, for themselves alone; some thirty. */
    void keep(Actor reader, String words, Instant now) {
        if (reader.signedIn() && !words.isEmpty()) {
            database.sql(KEEP)
                    .param("account", reader.account())
                    .param("words", words)
                    .param("at", now.atOffset(java.time.ZoneOffset.UTC))
                    .update();
            database.sql(FORGET).param("account", reader.account()).update();
        }
    }

    /** What somebody looked for may name people; it is of use for some weeks. */
    @Scheduled(initialDelay = 11, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
    void forget() {
        database.sql(FORGET_OLD)
                .param("before", clock.instant().minus(KEPT).atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    List<SearchView.Suggestion> recent(Actor reader) {
        return recent(reader, "");
    }

    private List<SearchView.Suggestion> recent(Actor reader, String begun) {
        if (!reader.signedIn()) {
            return List.of();
        }
        return database
                .sql(RECENT)
                .param("account", reader.account())
                .param("begun", begun)
                .param("most", EACH * 2)
                .query((row, n) -> row.getString(1))
                .list()
                .stream()
                .map(words -> new SearchView.Suggestion("recent", words, words(words)))
                .toList();
    }

    List<SearchView.Suggestion> of(Page page, String typed) {
        String begun = Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
        List<SearchView.Suggestion> all = new ArrayList<>();
        if (begun.isEmpty() || begun.length() > SearchAddress.LONGEST) {
            return all;
        }
        number(begun)
                .ifPresent(number ->
                        all.add(new SearchView.Suggestion("number", number.toString(), words(number.toString()))));
        all.addAll(recent(page.reader(), begun).stream().limit(EACH).toList());
        String even = Spelling.of(begun);
        questions.categories().in(page.locale()).stream()
                .filter(category -> category.label().toLowerCase(Locale.ROOT).contains(even))
                .limit(EACH)
                .map(category ->
                        new SearchView.Suggestion("category", category.label(), address("category", category.value())))
                .forEach(all::add);
        organisation.units().search(even, EACH).stream()
                .map(unit ->
                        new SearchView.Suggestion("unit", unit.name().in(page.locale()), "/search?unit=" + unit.id()))
                .forEach(all::add);
        organisation.places().search(even, EACH * 2).stream()
                .filter(place -> place.level() == Place.Level.COUNTY || place.level() == Place.Level.TOWN)
                .limit(EACH)
                .map(place -> new SearchView.Suggestion(
                        "place",
                        organisation.places().path(place.code(), page.locale()),
                        "/search?place=" + place.code()))
                .forEach(all::add);
        return all;
    }

    private static String words(String words) {
        return address("q", words);
    }

    private static String address(String parameter, String value) {
        return SearchAddress.of(java.util.Map.of(parameter, value)).path();
    }

    /** Reads a number as people type it, the check digit included. */
    static Optional<MatterNumber> number(String typed) {
        try {
            return typed.length() > 40
                    ? Optional.empty()
                    : Optional.of(MatterNumber.parse(Normalizer.normalize(typed, Normalizer.Form.NFKC)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

package org.huiyin.supervision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.calendar.Calendars;
import org.huiyin.notice.Audience;
import org.huiyin.notice.Messages;
import org.huiyin.notice.Telling;
import org.huiyin.notice.Word;
import org.huiyin.org.Role;
import org.huiyin.programme.Text;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Serves instruments: number, text, row, and a message to the unit, in the transaction of the caller. The matter must already be the caller's in
 * {@code standing}; numbers are taken after that and in the order of kinds, so that callers never wait for each other in a circle.
 */
final class Servings {

    private static final String COUNT = """
            insert into instrument_count as counted (kind, year, last)
            select kind, year, n from unnest(:kinds::text[], :years::int[], :ns::int[]) as wanted (kind, year, n) order by kind, year
            on conflict (kind, year) do update set last = counted.last + excluded.last
            returning kind, year, last
            """;
    private static final String UNITS = """
            select id, name_zh, name_en from unit where id = any(:units)
            """;
    private static final String SERVE = """
            with served as (
              insert into instrument (kind, year, number, programme, matter_id, ordinal, term, unit, issuer, account, post, served_at, answer_by,
                number_zh, number_en, text_zh, text_en, reason)
              select kind, year, number, programme, matter_id, ordinal, term, unit, issuer, account, post, :now, answer_by, number_zh, number_en,
                text_zh, text_en, reason
              from unnest(:kinds::text[], :years::int[], :numbers::int[], :programmes::text[], :matters::bigint[], :ordinals::int[], :terms::int[],
                :units::int[], :issuers::int[], :accounts::bigint[], :posts::bigint[], :answer_bys::timestamptz[], :numbers_zh::text[],
                :numbers_en::text[], :texts_zh::text[], :texts_en::text[], :reasons::text[])
                as wanted (kind, year, number, programme, matter_id, ordinal, term, unit, issuer, account, post, answer_by, number_zh, number_en,
                  text_zh, text_en, reason)
              returning id, matter_id, kind, ordinal, term, answer_by)
            update standing set kind = served.kind, ordinal = served.ordinal, term = served.term, instrument_id = served.id, proposed = null,
              act_at = served.answer_by
            from served where standing.matter_id = served.matter_id
            """;

    private final Calendars calendars;
    private final Messages messages;
    private final Ladders ladders;

    Servings(Calendars calendars, Messages messages, Ladders ladders) {
        this.calendars = calendars;
        this.messages = messages;
        this.ladders = ladders;
    }

    private record Issue(String kind, int year) {}

    private record Numbered(Serving serving, int year, int number, Instant answerBy) {}

    void serve(JdbcClient database, List<Serving> servings, Instant now) {
        if (servings.isEmpty()) {
            return;
        }
        List<Numbered> numbered = number(database, servings, now);
        int stood = write(database, numbered, names(database, servings), now);
        if (stood != servings.size()) {
            throw new IllegalStateException(
                    servings.size() + " instruments were to be served, but only " + stood + " matters stood for it");
        }
        messages.tell(
                database,
                numbered.stream()
                        .sorted(Comparator.comparing(
                                one -> one.serving().occasion().at()))
                        .map(this::telling)
                        .toList(),
                now);
    }

    private List<Numbered> number(JdbcClient database, List<Serving> servings, Instant now) {
        int year = now.atZone(ladders.zone()).getYear();
        Map<String, List<Serving>> byKind = servings.stream()
                .collect(Collectors.groupingBy(one -> one.rung().kind(), TreeMap::new, Collectors.toList()));
        Map<Issue, Integer> next = new HashMap<>();
        database.sql(COUNT)
                .param("kinds", byKind.keySet().toArray(String[]::new))
                .param("years", byKind.keySet().stream().map(kind -> year).toArray(Integer[]::new))
                .param("ns", byKind.values().stream().map(List::size).toArray(Integer[]::new))
                .query(row -> {
                    Issue issue = new Issue(row.getString(1), row.getInt(2));
                    next.put(
                            issue,
                            row.getInt(3)
                                    - byKind.getOrDefault(issue.kind(), List.of())
                                            .size());
                });
        return servings.stream()
                .map(one -> new Numbered(
                        one,
                        year,
                        next.merge(new Issue(one.rung().kind(), year), 1, Integer::sum),
                        one.rung()
                                .answerBy(
                                        now,
                                        one.occasion().due(),
                                        calendars.current().calendar())))
                .toList();
    }

    private static Map<Integer, Text> names(JdbcClient database, List<Serving> servings) {
        Set<Integer> units = servings.stream()
                .flatMap(one -> Stream.of(one.unit(), one.by().unit()))
                .collect(Collectors.toSet());
        Map<Integer, Text> names = new HashMap<>();
        database.sql(UNITS).param("units", units.toArray(Integer[]::new)).query(row -> {
            names.put(row.getInt(1), new Text(row.getString(2), row.getString(3)));
        });
        return names;
    }

    private static int write(JdbcClient database, List<Numbered> all, Map<Integer, Text> names, Instant now) {
        return database.sql(SERVE)
                .param("now", Occasions.time(now))
                .param("kinds", texts(all, one -> one.serving().rung().kind()))
                .param("years", ints(all, Numbered::year))
                .param("numbers", ints(all, Numbered::number))
                .param("programmes", texts(all, one -> one.serving().occasion().programme()))
                .param("matters", longs(all, one -> one.serving().occasion().matter()))
                .param("ordinals", ints(all, one -> one.serving().occasion().ordinal()))
                .param("terms", ints(all, one -> one.serving().occasion().term()))
                .param("units", ints(all, one -> one.serving().unit()))
                .param("issuers", ints(all, one -> one.serving().by().unit()))
                .param("accounts", longs(all, one -> one.serving().by().account()))
                .param("posts", longs(all, one -> one.serving().by().post()))
                .param("answer_bys", texts(all, one -> one.answerBy().toString()))
                .param("numbers_zh", texts(all, one -> numberIn(one, Locale.CHINESE)))
                .param("numbers_en", texts(all, one -> numberIn(one, Locale.ENGLISH)))
                .param("texts_zh", texts(all, one -> textIn(one, names, now, Locale.CHINESE)))
                .param("texts_en", texts(all, one -> textIn(one, names, now, Locale.ENGLISH)))
                .param("reasons", texts(all, one -> one.serving().reason()))
                .update();
    }

    private static String numberIn(Numbered one, Locale locale) {
        return one.serving().number(one.year(), one.number(), locale);
    }

    private static String textIn(Numbered one, Map<Integer, Text> names, Instant now, Locale locale) {
        Serving serving = one.serving();
        return serving.text(
                numberIn(one, locale),
                name(names, serving.unit(), locale),
                name(names, serving.by().unit(), locale),
                one.answerBy(),
                now,
                locale);
    }

    private static String name(Map<Integer, Text> names, int unit, Locale locale) {
        Text name = names.get(unit);
        return name == null ? "#" + unit : name.in(locale);
    }

    private Telling telling(Numbered one) {
        Serving serving = one.serving();
        List<Audience> to = new ArrayList<>(List.of(Audience.at(serving.unit(), Role.UNIT_HEAD)));
        if (!serving.rung().heads()) {
            to.add(Audience.at(serving.unit(), Role.HANDLER));
        }
        return new Telling(
                serving.rung().answerable() ? "instrument" : "instrument-notice",
                to,
                List.of(
                        Word.of(serving.occasion().title()),
                        Word.of(serving.rung().name()),
                        Word.of(new Text(numberIn(one, Locale.CHINESE), numberIn(one, Locale.ENGLISH))),
                        Word.of(one.answerBy())),
                "/desk/matters/" + serving.occasion().number(),
                serving.occasion().matter(),
                serving.occasion().at(),
                serving.by().account());
    }

    private static String[] texts(List<Numbered> all, Function<Numbered, String> column) {
        return all.stream().map(column).toArray(String[]::new);
    }

    private static Integer[] ints(List<Numbered> all, Function<Numbered, Integer> column) {
        return all.stream().map(column).toArray(Integer[]::new);
    }

    private static Long[] longs(List<Numbered> all, Function<Numbered, Long> column) {
        return all.stream().map(column).toArray(Long[]::new);
    }
}

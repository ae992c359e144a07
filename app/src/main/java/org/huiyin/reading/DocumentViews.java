package org.huiyin.reading;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.matter.Origins;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.programme.Programme;
import org.springframework.stereotype.Component;

/** Shows what was read in the reader's words. */
@Component
class DocumentViews {

    private final ReadDocuments documents;
    private final Organisation organisation;
    private final Origins origins;
    private final InstantSource clock;

    DocumentViews(ReadDocuments documents, Organisation organisation, Origins origins, InstantSource clock) {
        this.documents = documents;
        this.organisation = organisation;
        this.origins = origins;
        this.clock = clock;
    }

    /** Under which programmes this reader may enter what a document says; the usual first. */
    List<Programme> programmes(Actor actor, ReadDocuments.Whole whole) {
        LocalDate today = clock.instant().atZone(Formats.ZONE).toLocalDate();
        return origins.open(whole.origin(), actor, today);
    }

    /** A form as somebody sent it back, with what is wrong with it. */
    record Sent(long item, Filled filled, String error) {

        static final Sent NOTHING = new Sent(0, Filled.EMPTY, "");
    }

    DocumentView of(Page page, ReadDocuments.Whole whole, Sent sent) {
        Map<Integer, List<Item>> items =
                documents.items(page.reader(), whole.id()).stream().collect(Collectors.groupingBy(Item::article));
        List<DocumentView.Other> elsewhere = documents.elsewhere(page.reader(), whole);
        List<DocumentView.Part> parts = new ArrayList<>();
        for (int i = 0; i < whole.articles().size(); i++) {
            parts.add(part(page, whole, whole.articles().get(i), items.getOrDefault(i, List.of()), sent));
        }
        long drafts = items.values().stream()
                .flatMap(List::stream)
                .filter(Item::draft)
                .count();
        return new DocumentView(
                whole.id(),
                whole.name(),
                page.date(whole.day()),
                programmes(page.reader(), whole).stream()
                        .findFirst()
                        .map(one -> page.t(one.title()))
                        .orElse(""),
                whole.daySaid() ? "" : page.t("reading.day.guessed"),
                elsewhere.isEmpty() ? silent(page, whole, items) : "",
                elsewhere,
                (int) drafts,
                parts);
    }

    /** Minutes that decide nothing are no mistake of theirs, but may be one of the reading: somebody should look. */
    private static String silent(Page page, ReadDocuments.Whole whole, Map<Integer, List<Item>> items) {
        boolean todo = items.values().stream().flatMap(List::stream).anyMatch(item -> !item.isFigure());
        return whole.articles().isEmpty() || todo ? "" : page.t("reading.silent." + whole.origin());
    }

    private DocumentView.Part part(Page page, ReadDocuments.Whole whole, Article article, List<Item> items, Sent sent) {
        List<DocumentView.Fact> facts = new ArrayList<>();
        fact(
                page,
                facts,
                "column",
                article.column() == null ? "" : article.column().text());
        fact(
                page,
                facts,
                "by",
                article.bylines().stream()
                        .map(by -> by.role() + " " + String.join(" ", by.names()))
                        .map(String::strip)
                        .collect(Collectors.joining(page.t("reading.comma"))));
        fact(
                page,
                facts,
                "people",
                article.found().people().stream()
                        .map(person -> person.name() + page.t("reading.post", person.post()))
                        .collect(Collectors.joining(page.t("reading.comma"))));
        fact(
                page,
                facts,
                "places",
                article.found().places().stream()
                        .map(place -> place.name())
                        .collect(Collectors.joining(page.t("reading.comma"))));
        fact(page, facts, "jumps", article.jumps().stream().map(Passage::text).collect(Collectors.joining(" ")));
        Passage above = article.shoulder();
        Passage below = article.subtitle();
        return new DocumentView.Part(
                article.name(),
                above == null ? "" : above.text(),
                below == null ? "" : below.text(),
                facts,
                article.paragraphs().stream().map(Passage::text).toList(),
                items.stream().map(item -> thing(page, whole, item, sent)).toList());
    }

    private static void fact(Page page, List<DocumentView.Fact> facts, String name, String text) {
        if (!text.isEmpty()) {
            facts.add(new DocumentView.Fact(page.t("reading.fact." + name), text));
        }
    }

    private DocumentView.Thing thing(Page page, ReadDocuments.Whole whole, Item item, Sent sent) {
        List<DocumentView.Fact> facts = new ArrayList<>();
        Article.Figure figure = item.figure();
        if (figure == null) {
            fact(page, facts, "who", item.who());
            fact(page, facts, "lead", item.lead());
            LocalDate due = item.due();
            fact(page, facts, "due", due == null ? "" : page.date(due));
            fact(page, facts, "measures", item.measures());
        } else {
            figure(page, figure, facts);
        }
        return new DocumentView.Thing(
                item.id(),
                item.isFigure(),
                page.t("reading.kind." + item.kind()),
                item.title(),
                facts,
                item.source().substring(0, item.markFrom()),
                item.source().substring(item.markFrom(), item.markTo()),
                item.source().substring(item.markTo()),
                item.state(),
                item.matter() == null ? null : Objects.toString(item.matter()),
                sent.item() == item.id() ? form(page, whole, item, sent) : null);
    }

    private static void figure(Page page, Article.Figure figure, List<DocumentView.Fact> facts) {
        fact(
                page,
                facts,
                "amount",
                figure.written() + page.t("reading.amount", grouped(figure.amount()), figure.unit()));
        Article.Period period = figure.period();
        fact(
                page,
                facts,
                "period",
                period == null ? "" : page.t("reading.period", period.said(), period.from(), period.to()));
        fact(page, facts, "compared", figure.compared() == null ? "" : figure.compared() + "%");
        fact(page, facts, "share", figure.share() == null ? "" : figure.share() + "%");
        Article.Rank rank = figure.rank();
        fact(page, facts, "rank", rank == null ? "" : page.t("reading.rank", rank.among(), rank.place()));
        fact(page, facts, "whose", figure.who());
    }

    /** By thousands: ten noughts in a row are counted by nobody. */
    private static String grouped(String amount) {
        int point = amount.indexOf('.');
        String whole = point < 0 ? amount : amount.substring(0, point);
        return whole.replaceAll("(?<=\\d)(?=(\\d{3})+$)", ",") + amount.substring(whole.length());
    }

    private DocumentView.Form form(Page page, ReadDocuments.Whole whole, Item item, Sent sent) {
        Map<String, List<String>> given =
                new HashMap<>(Filled.with(usual(page.reader(), whole, item)).given());
        given.putAll(sent.filled().given());
        Options options = item.isFigure() ? Options.NONE : Options.of(organisation, page.locale());
        List<Options.Option> programmes = programmes(page.reader(), whole).stream()
                .map(one -> new Options.Option(one.name(), page.t(one.title())))
                .toList();
        return new DocumentView.Form(new Filled(given, List.of()), options, programmes, sent.error());
    }

    /** What an item is confirmed with when nobody changes anything. */
    Map<String, String> usual(Actor actor, ReadDocuments.Whole whole, Item item) {
        Map<String, String> usual = new HashMap<>();
        usual.put("title", item.title());
        Article.Figure figure = item.figure();
        if (figure != null) {
            Article.Period period = figure.period();
            usual.put("amount", figure.amount());
            usual.put("unit", figure.unit());
            usual.put("from", period == null ? "" : period.from());
            usual.put("to", period == null ? "" : period.to());
            usual.put("who", figure.who());
            return usual;
        }
        usual.put(
                "programme",
                programmes(actor, whole).stream()
                        .findFirst()
                        .map(Programme::name)
                        .orElse(""));
        usual.put("measures", item.measures());
        usual.put("due", Objects.toString(item.due(), ""));
        usual.put("place", organisation.places().exists(item.place()) ? item.place() : place(actor));
        usual.put(
                "lead",
                lead(item.lead()).map(unit -> Integer.toString(unit.id())).orElse(""));
        return usual;
    }

    private Optional<Unit> lead(String named) {
        return named.isEmpty()
                ? Optional.empty()
                : organisation.units().find(CityNames.of(organisation).unit(named));
    }

    /** Where the reader's unit is: the place it answers for, or one it belongs to does. */
    private String place(Actor actor) {
        return organisation.units().line(actor.unit()).reversed().stream()
                .map(Unit::place)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}

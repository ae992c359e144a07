package org.huiyin.worklist;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Page;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Step;
import org.huiyin.org.Organisation;
import org.huiyin.paper.WordTemplate;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.track.Discretion;
import org.huiyin.track.Moment;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The order a unit handles a matter by, and the letter that answers it. Nothing stands in them that their reader may not know; never what is sealed. */
@Component
class OfficePapers {

    static final List<String> NAMES = List.of("order", "answer");

    /** What an order says of the matter and of its handling, in this order. */
    private static final List<String> ORDERED = List.of(
            "title", "description", "place", "where", "kind", "category", "urgency", "co-handlers", "goal", "measures");

    private final MatterLookup lookup;
    private final Tellings tellings;
    private final Organisation organisation;
    private final Map<String, WordTemplate> templates;

    OfficePapers(
            MatterLookup lookup,
            Tellings tellings,
            Organisation organisation,
            @Value("${huiyin.papers.order:}") String order,
            @Value("${huiyin.papers.answer:}") String answer) {
        this.lookup = lookup;
        this.tellings = tellings;
        this.organisation = organisation;
        this.templates = Map.of(
                "order", WordTemplate.of(order, "huiyin.papers.order", "/papers/order.docx"),
                "answer", WordTemplate.of(answer, "huiyin.papers.answer", "/papers/answer.docx"));
    }

    /** The papers there are of a matter by now. */
    List<String> of(Matter matter) {
        return NAMES.stream()
                .filter(name -> !name.equals("order") || matter.lead() != null)
                .filter(name -> !name.equals("answer") || answered(matter))
                .toList();
    }

    private static boolean answered(Matter matter) {
        return matter.times().containsKey("answer") || matter.times().containsKey("answer-merged");
    }

    /** The paper; empty while there is none. */
    Optional<OfficePaper> paper(Page page, Matter matter, String name) {
        if (!of(matter).contains(name)) {
            return Optional.empty();
        }
        Written written = new Written(
                page,
                matter,
                lookup.programmeOf(matter),
                lookup.history(matter.number()),
                Discretion.of(lookup, page.reader(), matter));
        return Optional.of(name.equals("order") ? order(written) : answer(written));
    }

    byte[] word(Page page, OfficePaper paper) {
        return Objects.requireNonNull(templates.get(paper.name()))
                .fill(new WordTemplate.Filling()
                        .word("title", paper.title())
                        .word("number", page.t("worklist.paper.number", paper.number()))
                        .word("issuer", paper.issuer())
                        .word("date", paper.date())
                        .word("item", page.t("worklist.paper.item"))
                        .word("content", page.t("worklist.paper.content"))
                        .rows(
                                "facts",
                                paper.facts().stream()
                                        .map(fact -> Map.of("name", fact.name(), "value", fact.value()))
                                        .toList())
                        .word("greeting", paper.paragraphs().getFirst())
                        .each(
                                "body",
                                gaps(paper.paragraphs()
                                        .subList(1, paper.paragraphs().size())))
                        .each("paragraphs", gaps(paper.paragraphs())));
    }

    private static List<Map<String, String>> gaps(List<String> paragraphs) {
        return paragraphs.stream()
                .map(paragraph -> Map.of("paragraph", paragraph))
                .toList();
    }

    /** What papers are written from. */
    private record Written(Page page, Matter matter, Programme programme, List<Step> history, Discretion discretion) {

        /** The last step of one of these names. */
        Optional<Step> last(String... names) {
            return history.reversed().stream()
                    .filter(step -> List.of(names).contains(step.name()))
                    .findFirst();
        }
    }

    private OfficePaper order(Written written) {
        Page page = written.page();
        Matter matter = written.matter();
        Optional<Step> given = written.last("dispatch", "reassign", "adjudicate");
        List<Moment.Fact> facts = new ArrayList<>();
        facts.add(fact(page, "worklist.paper.raised", page.formats().paperTime(matter.raisedAt())));
        ORDERED.forEach(field -> said(written, field).ifPresent(facts::add));
        List<Clock> limits = limits(matter, given);
        limits.forEach(clock -> facts.add(limit(written, clock)));
        Integer lead = matter.lead();
        return new OfficePaper(
                "order",
                page.t("worklist.paper.order"),
                matter.number().toString(),
                facts,
                List.of(
                        page.t("worklist.paper.order.to", lead == null ? "" : unit(page, lead)),
                        page.t(limits.isEmpty() ? "worklist.paper.order.do-open" : "worklist.paper.order.do")),
                unit(page, matter.office()),
                day(page, given.map(Step::occurredAt).orElse(matter.raisedAt())));
    }

    /** Those that began with the order; of a programme that gives none with it, those that run now. */
    private static List<Clock> limits(Matter matter, Optional<Step> given) {
        List<Clock> own =
                matter.clocks().stream().filter(clock -> clock.unit() == null).toList();
        List<Clock> begun = own.stream()
                .filter(clock -> given.filter(step -> clock.span().start().equals(step.occurredAt()))
                        .isPresent())
                .toList();
        return begun.isEmpty()
                ? own.stream()
                        .filter(clock -> clock.running() || clock.paused())
                        .toList()
                : begun;
    }

    private Moment.Fact limit(Written written, Clock clock) {
        return new Moment.Fact(
                ClockFaces.title(written.page(), written.programme(), clock),
                clock.paused()
                        ? written.page().t("worklist.paper.paused")
                        : written.page().formats().paperTime(clock.deadline().due()),
                false);
    }

    private OfficePaper answer(Written written) {
        Page page = written.page();
        Matter matter = written.matter();
        Step answer = written.last("answer", "answer-merged").orElseThrow();
        List<Moment.Fact> facts = new ArrayList<>();
        for (String field : List.of("title", "place", "outcome", "promised-on")) {
            said(written, field).ifPresent(facts::add);
        }
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(page.t("worklist.paper.answer.to"));
        paragraphs.add(page.t(
                "worklist.paper.answer.begin",
                day(page, matter.raisedAt()),
                written.discretion().title(matter)));
        said(written, "answer")
                .ifPresent(fact ->
                        fact.value().lines().filter(line -> !line.isBlank()).forEach(paragraphs::add));
        paragraphs.add(page.t("worklist.paper.answer.end", matter.number().toString()));
        Integer lead = matter.lead();
        return new OfficePaper(
                "answer",
                page.t("worklist.paper.answer"),
                matter.number().toString(),
                facts,
                paragraphs,
                unit(page, lead == null ? matter.office() : lead),
                day(page, answer.occurredAt()));
    }

    /** The last that was written in a field, as far as this reader may read it. */
    private Optional<Moment.Fact> said(Written written, String name) {
        return written.history().reversed().stream()
                .filter(step -> step.fields().containsKey(name))
                .findFirst()
                .flatMap(step -> written.programme().step(step.name()).stream()
                        .map(StepRule::form)
                        .flatMap(form -> form.field(name).stream())
                        .flatMap(field -> tellings.fact(written.page(), field, step, written.discretion()).stream())
                        .findFirst());
    }

    private static Moment.Fact fact(Page page, String key, String value) {
        return new Moment.Fact(page.t(key), value, false);
    }

    private String unit(Page page, int unit) {
        return organisation.units().name(unit, page.locale());
    }

    /** The date of a paper, which is read for years. */
    private static String day(Page page, Instant at) {
        return DateTimeFormatter.ofPattern(page.lang().equals("en") ? "d MMMM yyyy" : "yyyy年M月d日", page.locale())
                .format(at.atZone(Formats.ZONE));
    }
}

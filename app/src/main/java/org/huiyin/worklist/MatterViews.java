package org.huiyin.worklist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Attachments;
import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.ClockFace;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.MatterNumber;
import org.huiyin.matter.Step;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Programme;
import org.huiyin.programme.StepRule;
import org.huiyin.track.Discretion;
import org.huiyin.track.Moment;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts together what the desk shows of a matter to the person who asks. */
@Component
class MatterViews {

    private final MatterLookup lookup;
    private final Organisation organisation;
    private final Attachments attachments;
    private final ClockFaces faces;
    private final Tellings tellings;
    private final Sides sides;

    MatterViews(
            MatterLookup lookup,
            Organisation organisation,
            Attachments attachments,
            ClockFaces faces,
            Tellings tellings,
            Sides sides) {
        this.lookup = lookup;
        this.organisation = organisation;
        this.attachments = attachments;
        this.faces = faces;
        this.tellings = tellings;
        this.sides = sides;
    }

    /**
     * From where a matter was opened.
     *
     * @param step whose form is open; empty for the likeliest
     * @param cursor its place in the list
     * @param next the matter that comes after it there
     */
    record Visit(ListAddress from, String cursor, String step, Optional<MatterView.Next> next) {}

    MatterView of(Page page, Matter matter, Visit visit, Optional<Tried> tried) {
        Programme programme = lookup.programmeOf(matter);
        List<Step> history = lookup.history(matter.number());
        List<Attachment> files = attachments.of(matter.id());
        Discretion discretion = Discretion.of(lookup, page.reader(), matter);
        // what the public reads is corrected where one sees what it reads
        List<StepRule> all = lookup.open(matter, page.reader());
        List<StepRule> open = ordered(all.stream()
                .filter(rule -> rule.publishing() != StepRule.Publishing.CORRECTS)
                .toList());
        Optional<StepRule> chosen = chosen(open, tried.map(Tried::step).orElse(visit.step()));
        List<MatterView.DeskMoment> moments =
                tellings.tell(page, programme, history, discretion.files(programme, history, files), discretion);
        return new MatterView(
                heading(page, programme, matter, history, discretion),
                facts(page, programme, matter, history, discretion),
                sides.raiser(page, matter, programme),
                sides.panels(page, matter),
                clocks(page, programme, matter),
                coHandlers(page, programme, matter),
                moments.reversed(),
                kin(matter),
                open.stream().map(rule -> button(page, rule, chosen)).toList(),
                chosen.map(rule -> form(page, rule, matter, told(history, discretion), tried, moments))
                        .orElse(null),
                discretion.guarded() ? null : position(history),
                !discretion.guarded(),
                open.size() < all.size(),
                visit.from(),
                visit.cursor(),
                visit.next().orElse(null));
    }

    private static List<StepRule> ordered(List<StepRule> open) {
        return open.stream().sorted(Comparator.comparing(StepRule::tone)).toList();
    }

    private static Optional<StepRule> chosen(List<StepRule> open, String asked) {
        return open.stream()
                .filter(rule -> asked.isEmpty()
                        ? rule.tone() == StepRule.Tone.LIKELY
                        : rule.name().equals(asked))
                .findFirst();
    }

    private MatterView.Heading heading(
            Page page, Programme programme, Matter matter, List<Step> history, Discretion discretion) {
        return new MatterView.Heading(
                matter.number().toString(),
                text(page, programme, "title", history, discretion).orElse(discretion.title(matter)),
                page.t(programme.state(matter.state()).title()),
                DeskRow.tone(matter.list()),
                matter.urgency(),
                DeskRow.choice(page, programme, "urgency", matter.urgency()),
                matter.round(),
                matter.confidential(),
                text(page, programme, "description", history, discretion).orElse(""));
    }

    private Optional<String> text(
            Page page, Programme programme, String field, List<Step> history, Discretion discretion) {
        Step first = history.getFirst();
        return programme
                .step(first.name())
                .flatMap(rule -> rule.form().field(field))
                .flatMap(found -> tellings.fact(page, found, first, discretion))
                .map(Moment.Fact::value);
    }

    private List<Moment.Fact> facts(
            Page page, Programme programme, Matter matter, List<Step> history, Discretion discretion) {
        List<Moment.Fact> facts = new ArrayList<>();
        add(facts, page, "place", tellings.spoken(page).place(discretion.place(matter.place())));
        text(page, programme, "where", history, discretion).ifPresent(where -> add(facts, page, "where", where));
        add(facts, page, "category", DeskRow.category(page, programme, matter.category()));
        add(facts, page, "kind", DeskRow.kind(page, programme, matter.kind()));
        Integer lead = matter.lead();
        add(facts, page, "lead", lead == null ? "" : organisation.units().name(lead, page.locale()));
        add(facts, page, "office", organisation.units().name(matter.office(), page.locale()));
        Integer against = matter.complainedOf();
        add(
                facts,
                page,
                "complained-of",
                against == null ? "" : organisation.units().name(against, page.locale()));
        add(facts, page, "raised-at", page.time(matter.raisedAt()));
        return facts;
    }

    private static void add(List<Moment.Fact> facts, Page page, String name, String value) {
        if (!value.isEmpty()) {
            facts.add(new Moment.Fact(page.t("worklist.fact." + name), value, false));
        }
    }

    /** Those that run, and of the rest those that ended by what they waited for. */
    private List<ClockFace> clocks(Page page, Programme programme, Matter matter) {
        return matter.clocks().stream()
                .filter(clock ->
                        clock.unit() == null && (clock.open() || clock.met() && clock.round() == matter.round()))
                .sorted(Comparator.comparing((Clock clock) -> !clock.running()).thenComparing(clock -> !clock.open()))
                .map(clock -> faces.explained(page, programme, clock))
                .toList();
    }

    private List<MatterView.CoHandler> coHandlers(Page page, Programme programme, Matter matter) {
        return matter.coHandlers().stream()
                .map(unit -> new MatterView.CoHandler(
                        organisation.units().name(unit, page.locale()), clockOf(page, programme, matter, unit)))
                .toList();
    }

    private @Nullable ClockFace clockOf(Page page, Programme programme, Matter matter, int unit) {
        return matter.clocks().stream()
                .filter(clock -> Integer.valueOf(unit).equals(clock.unit()) && clock.round() == matter.round())
                .reduce((earlier, later) -> later)
                .map(clock -> faces.explained(page, programme, clock))
                .orElse(null);
    }

    private MatterView.Kin kin(Matter matter) {
        Long into = matter.mergedInto();
        List<MatterNumber> merged = matter.merged() == 0 ? List.of() : lookup.merged(matter.number());
        return new MatterView.Kin(
                into == null ? null : new MatterNumber(into).toString(),
                merged.stream().map(MatterNumber::toString).toList());
    }

    private static MatterView.StepButton button(Page page, StepRule rule, Optional<StepRule> chosen) {
        return new MatterView.StepButton(
                rule.name(),
                page.t(rule.title()),
                rule.tone() == StepRule.Tone.LIKELY,
                rule.tone() == StepRule.Tone.CAREFUL,
                Shortcuts.of(rule.name()),
                chosen.isPresent() && chosen.get().name().equals(rule.name()));
    }

    private StepForm form(
            Page page,
            StepRule rule,
            Matter matter,
            List<Step> history,
            Optional<Tried> tried,
            List<MatterView.DeskMoment> moments) {
        UnitAdvice.Advised advised = sides.advised(page, rule, List.of(matter));
        Options options = Options.of(organisation, page.locale())
                .suggesting(
                        page.t("worklist.suggested"),
                        Suggestions.of(organisation.units(), lookup.programmeOf(matter), matter, history),
                        advised.units());
        PublicPreview preview = PublicPreview.of(lookup.programmeOf(matter), matter, rule);
        return new StepForm(
                rule,
                matter.version(),
                UUID.randomUUID().toString(),
                tried.map(Tried::filled).orElseGet(() -> Filled.with(Prefill.of(rule, matter, history))),
                options,
                advised.shown(),
                tried.map(Tried::files).orElseGet(() -> new HandedIn(List.of(), attachments.mostPerStep(), null)),
                tried.map(Tried::trouble).orElse(null),
                tried.map(one -> moments.stream()
                                .filter(moment -> moment.seq() > one.seen())
                                .toList())
                        .orElse(List.of()),
                preview.publishes(),
                tried.filter(Tried::preview)
                        .map(one -> preview.words(page, one.filled()))
                        .orElse(null));
    }

    /** The steps whose words a form may begin with. */
    private static List<Step> told(List<Step> history, Discretion discretion) {
        return discretion.guarded() ? history.stream().filter(discretion::own).toList() : history;
    }

    private static @Nullable String position(List<Step> history) {
        Map<String, Object> first = history.getFirst().fields();
        return first.get("position") instanceof String position ? position : null;
    }
}

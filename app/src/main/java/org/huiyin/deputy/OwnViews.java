package org.huiyin.deputy;

import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Page;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Programme;
import org.huiyin.register.CardPart;
import org.huiyin.register.Entries;
import org.huiyin.register.Entry;
import org.huiyin.register.Register;
import org.huiyin.register.Registers;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Puts together a deputy's own page. */
@Component
class OwnViews {

    private static final int MOST = 100;

    private final Registers registers;
    private final Entries entries;
    private final MatterLookup matters;
    private final Organisation organisation;
    private final List<CardPart> parts;

    OwnViews(
            Registers registers,
            Entries entries,
            MatterLookup matters,
            Organisation organisation,
            ObjectProvider<CardPart> parts) {
        this.registers = registers;
        this.entries = entries;
        this.matters = matters;
        this.organisation = organisation;
        this.parts = parts.orderedStream().toList();
    }

    Own of(Page page, Entry deputy) {
        Register register = registers.of(deputy.register());
        Long parent = deputy.parent();
        Optional<Entry> group = parent == null ? Optional.empty() : entries.find(parent);
        List<Content> shown = new ArrayList<>();
        for (CardPart part : parts) {
            group.flatMap(one -> part.of(page, registers.of(one.register()), one))
                    .ifPresent(shown::add);
            part.of(page, register, deputy).ifPresent(shown::add);
        }
        return new Own(
                deputy.name(),
                register.label(deputy.number()),
                register.form().field("level").stream()
                        .flatMap(field -> field.choices().stream())
                        .filter(choice -> choice.value().equals(deputy.kind()))
                        .map(choice -> page.t(choice.title()))
                        .findFirst()
                        .orElse(""),
                organisation.places().path(deputy.place(), page.locale()),
                group.map(Entry::name).orElse(null),
                shown,
                matters.raisedBy(page.reader().account(), MOST).stream()
                        .filter(one -> one.programme().equals(Deputies.PROGRAMME))
                        .map(one -> suggestion(page, one))
                        .toList());
    }

    private OwnSuggestion suggestion(Page page, Matter matter) {
        Programme programme = matters.programmeOf(matter);
        Optional<Clock> promise = matter.clocks().stream()
                .filter(one -> one.name().equals("promise"))
                .reduce((earlier, later) -> later);
        boolean due = promise.filter(Clock::open)
                .filter(one -> one.overdueAt(page.formats().now()))
                .isPresent();
        String asks = matter.state().equals("answered") ? "rate" : due ? "deliver-rating" : "";
        Integer lead = matter.lead();
        return new OwnSuggestion(
                matter.number().toString(),
                matter.title(),
                page.t(programme.state(matter.state()).title()),
                tone(matter.list()),
                lead == null ? "" : organisation.units().name(lead, page.locale()),
                page.date(matter.raisedAt().atZone(Formats.ZONE).toLocalDate()),
                promise.map(one -> page.date(
                                one.deadline().due().atZone(Formats.ZONE).toLocalDate()))
                        .orElse(""),
                asks.isEmpty() ? "" : page.t(programme.step(asks).orElseThrow().title()));
    }

    private static String tone(String list) {
        return switch (list) {
            case "problem" -> "problem";
            case "task" -> "task";
            case "result" -> "result";
            default -> "rest";
        };
    }
}

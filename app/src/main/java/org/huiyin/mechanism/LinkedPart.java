package org.huiyin.mechanism;

import gg.jte.Content;
import huiyin.pages.StaticTemplates;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.frame.Page;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.matter.Step;
import org.huiyin.programme.Programme;
import org.huiyin.register.CardPart;
import org.huiyin.register.Entry;
import org.huiyin.register.Register;
import org.huiyin.track.Discretion;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The matters an entry has to do with, on its card and on its holder's own page: what runs and until when, and an account of what came and
 * went. A holder without a post reads what everybody may read, and of the account what concerns the entry itself.
 */
@Component
@Order(15)
class LinkedPart implements CardPart {

    private final StaticTemplates templates = new StaticTemplates();
    private final MechanismPages pages;
    private final Linked linked;
    private final MatterLookup lookup;

    LinkedPart(MechanismPages pages, Linked linked, MatterLookup lookup) {
        this.pages = pages;
        this.linked = linked;
        this.lookup = lookup;
    }

    @Override
    public Optional<Content> of(Page page, Register register, Entry entry) {
        List<Linked.Tie> ties = linked.ties(register, entry);
        List<Long> ids = ties.stream().map(Linked.Tie::matter).toList();
        Map<Long, Matter> matters = lookup.findAll(ids);
        Map<Long, List<Step>> histories = lookup.histories(ids);
        List<LinkedView.Row> rows = new ArrayList<>();
        Sums sums = new Sums();
        for (Linked.Tie tie : ties) {
            Matter matter = matters.get(tie.matter());
            List<Step> history = histories.getOrDefault(tie.matter(), List.of());
            if (matter != null && shows(page, matter, history) && tells(page, tie, register, entry, matter, history)) {
                rows.add(row(page, matter, history, holds(tie, register.label(entry.number()), matter, history), sums));
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(templates.mechanismLinked(page, new LinkedView(rows, sums.said(page))));
    }

    /** What came and what went, as far as matters say so. */
    private static final class Sums {
        private long came;
        private long spent;

        String said(Page page) {
            return came == 0 ? "" : page.t("mechanism.linked.account", came, spent, came - spent);
        }
    }

    private boolean reads(Page page, Matter matter) {
        return page.reader().staff() && lookup.mayRead(page.reader(), matter);
    }

    private boolean shows(Page page, Matter matter, List<Step> history) {
        Publication open = Publication.of(lookup.programmeOf(matter), matter, Eyes.EVERYBODY, history);
        return reads(page, matter) || !open.countsOnly() && !open.withdrawn();
    }

    /** Whether this reader may know that the matter names the entry: who asks is kept from the unit complained of. */
    private boolean tells(
            Page page, Linked.Tie tie, Register register, Entry entry, Matter matter, List<Step> history) {
        Discretion discretion = Discretion.of(lookup, page.reader(), matter);
        String label = register.label(entry.number());
        return !page.reader().staff()
                || Saying.of(history, tie.field())
                        .anyMatch(saying -> saying.value().equals(label)
                                && saying.readable(lookup.programmeOf(matter), tie.field(), discretion));
    }

    /** Whether it is still this entry's: named last, and, where things are taken up, not given up or lapsed since. */
    private boolean holds(Linked.Tie tie, String label, Matter matter, List<Step> history) {
        PageRules.Account account = account(matter);
        for (Step step : history.reversed()) {
            if (account != null && account.ends().contains(step.name())) {
                return false;
            }
            Object named = step.fields().get(tie.field());
            if (named != null) {
                return named.equals(label);
            }
        }
        return false;
    }

    private PageRules.@Nullable Account account(Matter matter) {
        return pages.of(matter.programme())
                .flatMap(rules -> Optional.ofNullable(rules.account()))
                .orElse(null);
    }

    private LinkedView.Row row(Page page, Matter matter, List<Step> history, boolean holds, Sums sums) {
        Programme programme = lookup.programmeOf(matter);
        boolean staff = reads(page, matter);
        PageRules.Account account = account(matter);
        String gift = "";
        if (account != null && holds && Saying.last(history, account.what()).isPresent()) {
            long came = number(history, account.came());
            long spent = number(history, account.spent());
            sums.came += came;
            sums.spent += spent;
            gift = page.t(
                    "mechanism.linked.gift",
                    Saying.last(history, account.what()).orElse(""),
                    came,
                    spent);
        }
        return new LinkedView.Row(
                (staff ? "/desk/matters/" : "/m/") + matter.number(),
                staff ? Discretion.of(lookup, page.reader(), matter).title(matter) : matter.publicTitle(),
                page.t(programme.title()),
                holds ? page.t(programme.state(matter.state()).title()) : page.t("mechanism.linked.no-longer"),
                !holds ? "rest" : programme.state(matter.state()).end() ? "result" : "task",
                holds ? clock(page, programme, matter) : "",
                gift);
    }

    /** What runs out next, with the days that are left. */
    private static String clock(Page page, Programme programme, Matter matter) {
        return matter.nextClock()
                .map(clock -> {
                    boolean late = clock.overdueAt(page.formats().now());
                    return page.t(
                            late ? "mechanism.linked.late" : "mechanism.linked.left",
                            title(page, programme, clock),
                            clock.deadline().due(),
                            Duration.between(
                                    page.formats().now(), clock.deadline().due()));
                })
                .orElse("");
    }

    private static String title(Page page, Programme programme, Clock clock) {
        Programme.ClockRule rule = programme.clocks().get(clock.name());
        return rule == null ? clock.name() : page.t(rule.title());
    }

    private static long number(List<Step> history, String field) {
        return Saying.last(history, field)
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).longValue())
                .orElse(0L);
    }
}

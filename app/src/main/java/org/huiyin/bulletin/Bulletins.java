package org.huiyin.bulletin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.huiyin.assessment.Period;
import org.huiyin.assessment.PeriodAccount;
import org.huiyin.assessment.PeriodAccounts;
import org.huiyin.bulletin.Bulletin.Head;
import org.huiyin.bulletin.Bulletin.Section;
import org.huiyin.frame.Page;
import org.huiyin.matter.Desk;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.programme.Measures;
import org.huiyin.programme.StepRule;
import org.huiyin.sample.CallsMade;
import org.huiyin.sample.Samples;
import org.huiyin.supervision.ServedInstruments;
import org.springframework.stereotype.Component;

/** Writes bulletins from the steps as of an instant. The same period is reckoned once for a while, so that page, paper and workbook agree. */
@Component
class Bulletins {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 4;
    /** What is counted where calls, visits and handling again are part of the procedure. */
    private static final List<String> RATED = List.of(
            "not-accepted",
            "received",
            "answered",
            "answered-together",
            "due",
            "kept",
            "valid",
            "returned",
            "extended",
            "suspended",
            "urged",
            "reopened",
            "asked-again",
            "untrue");

    private final PeriodAccounts accounts;
    private final ServedInstruments instruments;
    private final CallsMade calls;
    private final Samples samples;
    private final Organisation organisation;
    private final Desk.Equipment equipment;
    private final Map<String, PeriodAccount> kept = new ConcurrentHashMap<>();

    Bulletins(
            PeriodAccounts accounts,
            ServedInstruments instruments,
            CallsMade calls,
            Samples samples,
            Organisation organisation,
            Desk.Equipment equipment) {
        this.accounts = accounts;
        this.instruments = instruments;
        this.calls = calls;
        this.samples = samples;
        this.organisation = organisation;
        this.equipment = equipment;
    }

    /**
     * What is asked for.
     *
     * @param period as people write it: {@code 2022-09}; "" for the last one that is over
     * @param kind the class of units that is shown; "" for all that are ranked
     */
    record Asked(String programme, String period, String kind) {}

    /** What comes of asking. */
    sealed interface Answer {
        record Written(Bulletin bulletin) implements Answer {}

        /** Nothing is counted of this programme. */
        record NoBulletins(String programme) implements Answer {}

        record NoPeriod(String written) implements Answer {}

        record Ahead(String period, Instant from) implements Answer {}

        /** Nothing was raised, answered or due in it. */
        record Nothing(String period) implements Answer {}

        record NoClass(String kind, List<String> known) implements Answer {}
    }

    /** @param asked its programme may be left open */
    Answer write(Page page, Asked asked) {
        if (asked.programme().isEmpty()) {
            return write(page, new Asked(usual(), asked.period(), asked.kind()));
        }
        return write(page, asked, BulletinRules.of(asked.programme()));
    }

    /** The programme a bulletin is of when none is named: the one that has been in force longest. */
    private String usual() {
        return equipment.programmes().versions().getFirst().name();
    }

    Answer write(Page page, Asked asked, BulletinRules rules) {
        if (beginning(asked.programme()).isEmpty()) {
            return new Answer.NoBulletins(asked.programme());
        }
        Instant now = page.formats().now();
        Optional<Period> period = asked.period().isEmpty()
                ? accounts.lastOver(asked.programme(), now)
                : accounts.period(asked.programme(), asked.period(), now);
        if (period.isEmpty()) {
            return new Answer.NoPeriod(asked.period());
        }
        if (period.get().from().isAfter(now)) {
            return new Answer.Ahead(period.get().name(), period.get().from());
        }
        Optional<Measures> measures = accounts.measures(asked.programme(), period.get());
        if (measures.flatMap(this::raised).isEmpty()) {
            return new Answer.NoBulletins(asked.programme());
        }
        List<String> classes = measures.get().ranking().classes();
        if (!asked.kind().isEmpty() && !classes.contains(asked.kind())) {
            return new Answer.NoClass(asked.kind(), classes);
        }
        PeriodAccount account = account(asked.programme(), period.get());
        if (account.empty()) {
            return new Answer.Nothing(period.get().name());
        }
        return new Answer.Written(
                write(page, account, rules, asked.kind().isEmpty() ? classes : List.of(asked.kind())));
    }

    /** The part that counts what begins: every matter once. */
    private Optional<String> raised(Measures measures) {
        Set<String> begin = beginning(measures.programme());
        return measures.parts().values().stream()
                .filter(part -> part.when() == null && !part.on().isEmpty() && begin.containsAll(part.on()))
                .map(Measures.Part::name)
                .findFirst();
    }

    private Set<String> beginning(String programme) {
        return equipment.programmes().newest(programme).filter(one -> accounts.measured(programme)).stream()
                .flatMap(one -> one.steps().values().stream())
                .filter(step -> step.from().isEmpty())
                .map(StepRule::name)
                .collect(Collectors.toSet());
    }

    /** One reckoning at a time: it reads every step there is. */
    private synchronized PeriodAccount account(String programme, Period period) {
        Instant settled = accounts.settled();
        PeriodAccount known = kept.get(programme + period.key());
        if (known != null
                && accounts.current(known)
                && !settled.isAfter(known.reckonedAt().plus(FRESH))) {
            return known;
        }
        if (kept.size() >= MOST_KEPT) {
            kept.clear();
        }
        PeriodAccount reckoned = accounts.of(programme, period, Set.copyOf(samples.looked(programme)), settled);
        kept.put(programme + period.key(), reckoned);
        return reckoned;
    }

    private Bulletin write(Page page, PeriodAccount account, BulletinRules rules, List<String> classes) {
        Names names = new Names(page, organisation, equipment.programmes());
        Period period = account.period();
        String programme = account.measures().programme();
        SourceLists lists = new SourceLists(
                account,
                names,
                instruments.of(programme, period.from(), period.until(), account.asOf()),
                calls.of(programme, period.from(), period.until(), account.asOf()));
        Numbers numbers = new Numbers(account, names, lists);
        Writing writing = new Writing(
                page,
                account,
                names,
                numbers,
                lists,
                rules,
                raised(account.measures()).orElseThrow());
        boolean rated = account.measures().parts().keySet().containsAll(RATED);
        RankingSection ranking = new RankingSection(writing);
        ChecksSection checks = new ChecksSection(writing, samples.looked(programme));
        List<Section> sections = new ArrayList<>();
        sections.add(rated ? OverviewSection.of(writing) : PlainOverview.of(writing));
        sections.add(TopicsSection.of(writing));
        sections.add(ranking.of(classes));
        sections.add(new SupervisionSection(writing, instruments.kinds()).of());
        if (rated) {
            sections.add(ReturnsSection.of(writing));
            sections.add(checks.calls());
        }
        sections.add(checks.doubts());
        sections.add(NextSection.of(
                writing, ranking.criticised(), equipment.calendars().current().calendar()));
        return new Bulletin(
                account,
                head(writing),
                account.ranking() == null,
                numbered(page, sections),
                numbers.figures(),
                lists.all());
    }

    private static List<Section> numbered(Page page, List<Section> sections) {
        List<Section> numbered = new ArrayList<>();
        for (Section one : sections) {
            String heading = page.t("bulletin.section." + (numbered.size() + 1), one.heading());
            numbered.add(new Section(one.name(), heading, one.paragraphs(), one.chart(), one.tables()));
        }
        return numbered;
    }

    private Head head(Writing writing) {
        Page page = writing.page();
        PeriodAccount account = writing.account();
        String programme = writing.names().programme(account.measures().programme());
        String month = writing.names().month(account);
        List<String> lead = new ArrayList<>();
        lead.add(page.t(
                "bulletin.lead",
                page.t(account.period().title(account.measures())),
                account.period().from(),
                account.period().until(),
                programme));
        PeriodAccount.PublishedRanking ranking = account.ranking();
        if (ranking != null) {
            lead.add(page.t(
                    "bulletin.lead.published",
                    account.asOf(),
                    ranking.at(),
                    ranking.fingerprint().substring(0, 12)));
        } else if (account.over()) {
            lead.add(page.t("bulletin.lead.draft", account.asOf()));
        } else {
            lead.add(page.t("bulletin.lead.running", account.asOf()));
        }
        return new Head(
                page.t("bulletin.title", month, programme),
                page.t("bulletin.file", programme, account.period().name()),
                page.t("bulletin.to"),
                lead,
                issuer(page),
                date(page));
    }

    private static String date(Page page) {
        LocalDate today = page.formats().today();
        return page.t(
                "bulletin.date",
                Integer.toString(today.getYear()),
                Names.month(page, today.getMonth()),
                Integer.toString(today.getDayOfMonth()));
    }

    /** Whoever makes it, else the city. */
    private String issuer(Page page) {
        if (page.reader().staff()) {
            return organisation.units().name(page.reader().unit(), page.locale());
        }
        return organisation.units().all().stream()
                .filter(unit -> unit.kind() == Unit.Kind.CITY)
                .findFirst()
                .map(unit -> page.t(unit.name()))
                .orElse("");
    }
}

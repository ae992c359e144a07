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
import org.huiyin.sample.CallsMade;
import org.huiyin.sample.Samples;
import org.huiyin.supervision.ServedInstruments;
import org.springframework.stereotype.Component;

/** Writes bulletins from the steps as of an instant. The same period is reckoned once for a while, so that page, paper and workbook agree. */
@Component
class Bulletins {

    private static final Duration FRESH = Duration.ofMinutes(10);
    private static final int MOST_KEPT = 4;
    private static final List<String> NEEDED = List.of(
            "raised",
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

        /** No rules say what a bulletin of this programme is, or what they need is not counted. */
        record NoBulletins(String programme) implements Answer {}

        record NoPeriod(String written) implements Answer {}

        record Ahead(String period, Instant from) implements Answer {}

        /** Nothing was raised, answered or due in it. */
        record Nothing(String period) implements Answer {}

        record NoClass(String kind, List<String> known) implements Answer {}
    }

    Answer write(Page page, Asked asked) {
        return BulletinRules.of(asked.programme())
                .map(rules -> write(page, asked, rules))
                .orElseGet(() -> new Answer.NoBulletins(asked.programme()));
    }

    Answer write(Page page, Asked asked, BulletinRules rules) {
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
        Optional<Measures> measures = accounts.measures(asked.programme(), period.get())
                .filter(one -> one.parts().keySet().containsAll(NEEDED));
        if (measures.isEmpty()) {
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
        Writing writing = new Writing(page, account, names, numbers, lists, rules);
        RankingSection ranking = new RankingSection(writing);
        ChecksSection checks = new ChecksSection(writing, samples.looked(programme));
        List<Section> sections = new ArrayList<>();
        sections.add(OverviewSection.of(writing));
        sections.add(TopicsSection.of(writing));
        sections.add(ranking.of(classes));
        sections.add(new SupervisionSection(writing, instruments.kinds()).of());
        sections.add(ReturnsSection.of(writing));
        sections.add(checks.calls());
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

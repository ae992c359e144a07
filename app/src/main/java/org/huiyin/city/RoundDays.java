package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.huiyin.activity.Acting;
import org.huiyin.activity.Ask;
import org.huiyin.activity.Deed;
import org.huiyin.activity.Plan;
import org.huiyin.activity.Session;
import org.huiyin.activity.Tried;
import org.huiyin.activity.Who;
import org.huiyin.evidence.Attachments;
import org.huiyin.frame.Formats;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.register.Entry;
import org.huiyin.register.FactOutcome;
import org.huiyin.register.FactRequest;
import org.huiyin.register.Keeping;
import org.huiyin.register.Register;
import org.huiyin.register.Registers;
import org.springframework.stereotype.Component;

/** The last weeks of going round in the shown street: households, enterprises, checkpoints and the river. */
@Component
class RoundDays {

    private static final int HOUR = 9;

    private final Acting acting;
    private final Keeping keeping;
    private final Registers registers;
    private final Organisation organisation;
    private final Attachments attachments;
    private final BookStory books;
    private final RoundScript script = RoundScript.of("jingzhou");
    private final Map<String, List<Entry>> entered = new HashMap<>();

    RoundDays(
            Acting acting,
            Keeping keeping,
            Registers registers,
            Organisation organisation,
            Attachments attachments,
            BookStory books) {
        this.acting = acting;
        this.keeping = keeping;
        this.registers = registers;
        this.organisation = organisation;
        this.attachments = attachments;
        this.books = books;
    }

    /** In the afternoon of a working day what was done in the morning is written down. */
    void afternoon(Stage stage, LocalDate today) {
        LocalDate end = stage.customs().end().atZone(Formats.ZONE).toLocalDate();
        long left = ChronoUnit.DAYS.between(today, end);
        if (left > script.days()) {
            return;
        }
        if (entered.isEmpty()) {
            enter(today);
        }
        for (RoundScript.Round round : script.rounds()) {
            long turn = ChronoUnit.DAYS.between(LocalDate.EPOCH, today);
            Actor who = actor(stage, round.by());
            if (turn % round.every() == 0) {
                List<Entry> among = entered.getOrDefault(round.register(), List.of());
                look(round, who, among.get((int) (turn / round.every() % among.size())), today, (int) turn);
            }
        }
    }

    /** What they belong to stands in the books first; telling those again changes nothing. */
    private void enter(LocalDate today) {
        books.tell();
        for (RoundScript.Entered one : script.entries()) {
            Map<String, Object> fields = new HashMap<>(one.fields());
            fields.put("place", one.place());
            fields.put("unit", (long)
                    organisation.units().officeFor(one.place()).map(Unit::id).orElseThrow());
            fields.put("on", today.toString());
            Register book = registers.of(one.register());
            String title = String.valueOf(fields.get(book.titleField()));
            FactOutcome outcome = keeping.keep(
                    Actor.SYSTEM, FactRequest.enter(book, fields, "story-" + one.register() + "-" + title));
            if (!(outcome instanceof FactOutcome.Kept(Entry entry))) {
                throw new IllegalStateException("The story's " + title + " was refused: " + outcome);
            }
            entered.computeIfAbsent(one.register(), register -> new ArrayList<>())
                    .add(entry);
        }
    }

    private void look(RoundScript.Round round, Actor who, Entry entry, LocalDate day, int turn) {
        Map<String, Object> values = new HashMap<>(round.values());
        List<List<String>> fails = round.fails();
        if (fails != null) {
            List<String> failed = fails.get(turn / round.every() % fails.size());
            if (!failed.isEmpty()) {
                values.put("failed", failed);
            }
        }
        Integer walked = round.walked();
        if (walked != null) {
            SplittableRandom random = new SplittableRandom(day.toEpochDay());
            Instant starts = day.atTime(HOUR, 0).atZone(Formats.ZONE).toInstant();
            Stroll.middle(organisation.places(), entry.place())
                    .ifPresent(middle -> values.put("gps", Stroll.around(middle, walked, starts, random)));
        }
        List<String> photos = Boolean.TRUE.equals(round.photo())
                ? List.of(new StoryPictures(attachments).of(round.kind(), who))
                : List.of();
        String title = registers.of(round.register()).strict() ? round.title() : round.title() + "：" + entry.name();
        Plan plan = plan(title, entry.place(), "", day, who, List.of(Who.entry(entry.id())));
        String key = "story-" + round.kind() + "-" + day;
        if (acting.plan(who, round.kind(), plan, key) instanceof Tried.Done(long id, int version, var deeds)) {
            Acting.Doer doer = Acting.Doer.of(who);
            List<Who> there = List.of(doer.self(), Who.entry(entry.id()));
            acting.act(doer, id, Acting.ANY, attend(there, plan), key + "-there");
            acting.act(doer, id, Acting.ANY, new Ask.Report(values, "", photos), key + "-report");
        }
    }

    private static Ask.Attend attend(List<Who> there, Plan plan) {
        return new Ask.Attend(1, there, Deed.Way.LIST, plan.starts(), "", "");
    }

    private Plan plan(String title, String place, String where, LocalDate day, Actor who, List<Who> expected) {
        Instant starts = day.atTime(HOUR, 0).atZone(Formats.ZONE).toInstant();
        Session session = new Session(starts, starts.plus(Duration.ofHours(2)), "", "");
        return new Plan(
                title,
                "",
                place,
                where,
                "",
                List.of(session),
                List.of(Who.post(who.post())),
                expected,
                null,
                null,
                false);
    }

    private static Actor actor(Stage stage, String by) {
        String place = stage.script().shown().place();
        return by.equals("grid")
                ? stage.cast().gridWorker(place + "001").orElseThrow()
                : stage.cast().dispatcherFor(place).orElseThrow();
    }
}

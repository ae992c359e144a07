package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.huiyin.activity.Acting;
import org.huiyin.activity.Ask;
import org.huiyin.activity.Deed;
import org.huiyin.activity.Plan;
import org.huiyin.activity.Session;
import org.huiyin.activity.Tried;
import org.huiyin.activity.Who;
import org.huiyin.evidence.Attachments;
import org.huiyin.org.Actor;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.register.Entry;
import org.huiyin.register.FactOutcome;
import org.huiyin.register.FactRequest;
import org.huiyin.register.Keeping;
import org.huiyin.register.Registers;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The last weeks of going round in the shown street: households, enterprises, checkpoints and the river, and one joint action. */
@Component
class RoundDays {

    private static final int HOUR = 9;

    private final Acting acting;
    private final Keeping keeping;
    private final Registers registers;
    private final Organisation organisation;
    private final Attachments attachments;
    private final ZoneId zone;
    private final RoundScript script = RoundScript.of("jingzhou");
    private final Map<String, List<Entry>> entered = new HashMap<>();

    RoundDays(
            Acting acting,
            Keeping keeping,
            Registers registers,
            Organisation organisation,
            Attachments attachments,
            @Value("${huiyin.zone}") ZoneId zone) {
        this.acting = acting;
        this.keeping = keeping;
        this.registers = registers;
        this.organisation = organisation;
        this.attachments = attachments;
        this.zone = zone;
    }

    /** In the afternoon of a working day what was done in the morning is written down. */
    void afternoon(Stage stage, LocalDate today) {
        LocalDate end = stage.customs().end().atZone(zone).toLocalDate();
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
        if (left <= script.action().before()) {
            action(stage, today);
        }
    }

    private void enter(LocalDate today) {
        for (RoundScript.Entered one : script.entries()) {
            Map<String, Object> fields = new HashMap<>(one.fields());
            fields.put("place", one.place());
            fields.put("unit", (long)
                    organisation.units().officeFor(one.place()).map(Unit::id).orElseThrow());
            fields.put("on", today.toString());
            String key = "story-" + one.register() + "-" + fields.get("name");
            FactOutcome outcome =
                    keeping.keep(Actor.SYSTEM, FactRequest.enter(registers.of(one.register()), fields, key));
            if (!(outcome instanceof FactOutcome.Kept(Entry entry))) {
                throw new IllegalStateException("The story's " + fields.get("name") + " was refused: " + outcome);
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

    /** The joint action; the keys keep it one. */
    private void action(Stage stage, LocalDate day) {
        RoundScript.Action action = script.action();
        Actor who = actor(stage, action.by());
        Plan plan = plan(action.title(), action.place(), action.where(), day, who, List.of());
        if (entered.containsKey("action")) {
            return;
        }
        entered.put("action", List.of());
        if (acting.plan(who, "joint-action", plan, "story-joint-action")
                instanceof Tried.Done(long id, int version, var deeds)) {
            Acting.Doer doer = Acting.Doer.of(who);
            acting.act(doer, id, Acting.ANY, attend(List.of(doer.self()), plan), "story-joint-action-there");
            for (String title : action.findings()) {
                UUID token = UUID.nameUUIDFromBytes(title.getBytes(java.nio.charset.StandardCharsets.UTF_8));
                Ask.Find find = new Ask.Find(token, title, "", action.place(), "", List.of());
                acting.act(doer, id, Acting.ANY, find, "story-joint-action-" + token);
            }
            String photo = new StoryPictures(attachments).of("joint-action", who);
            acting.act(
                    doer,
                    id,
                    Acting.ANY,
                    new Ask.Report(action.values(), "", List.of(photo)),
                    "story-joint-action-report");
        }
    }

    private static Ask.Attend attend(List<Who> there, Plan plan) {
        return new Ask.Attend(1, there, Deed.Way.LIST, plan.starts(), "", "");
    }

    private Plan plan(String title, String place, String where, LocalDate day, Actor who, List<Who> expected) {
        Instant starts = day.atTime(HOUR, 0).atZone(zone).toInstant();
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

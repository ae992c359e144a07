package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.huiyin.org.Actor;
import org.huiyin.org.Place;
import org.huiyin.org.Unit;
import org.jspecify.annotations.Nullable;

/** Plans one matter's life: how it is raised, who gets it, and, with {@link Handling}, what comes of it. */
final class Life implements Part {

    private final Stage stage;
    private final RandomGenerator random;
    private final Topic topic;
    private final String place;
    private final Wording words;
    private final Actor dispatcher;
    private final Unit unit;
    private final Actor raisedBy;
    private final String channel;
    private final boolean urgent;
    private final Optional<Unit> helper;
    private int round = 1;

    Life(Stage stage, RandomGenerator random, Topic topic, Place at, Unit unit) {
        this.stage = stage;
        this.random = random;
        this.topic = topic;
        this.place = at.code();
        this.unit = unit;
        this.words = new Wording(
                stage.phrases(),
                random,
                at.shortName(java.util.Locale.CHINESE),
                at.name().zh().endsWith("社区居民委员会"));
        this.dispatcher = stage.cast().dispatcherFor(place).orElseThrow();
        this.urgent = !topic.kind().equals("consult") && random.nextInt(30) == 0;
        this.helper = random.nextInt(20) == 0 ? stage.cast().otherThan(unit, place, random) : Optional.empty();
        Optional<Actor> worker = random.nextInt(5) == 0 ? stage.cast().gridWorker(place) : Optional.empty();
        int way = random.nextInt(100);
        if (stage.customs().of(unit, stage.begin()).games() && way < 40) {
            raisedBy = stage.cast().accomplice();
            channel = "web";
        } else if (worker.isPresent()) {
            raisedBy = worker.get();
            channel = "grid";
        } else if (way < 46) {
            raisedBy = stage.cast().hotline(place, random);
            channel = way < 42 ? "phone" : way < 44 ? "visit" : "media";
        } else {
            raisedBy = way < 86 ? stage.cast().resident(random) : Actor.VISITOR;
            channel = "web";
        }
    }

    Stage stage() {
        return stage;
    }

    RandomGenerator random() {
        return random;
    }

    Topic topic() {
        return topic;
    }

    @Override
    public String programme() {
        return Story.PROGRAMME;
    }

    @Override
    public String category() {
        return topic.category();
    }

    @Override
    public Actor photographer() {
        return dispatcher;
    }

    @Override
    public Actor raisedBy() {
        return raisedBy;
    }

    Unit unit() {
        return unit;
    }

    String place() {
        return place;
    }

    Wording words() {
        return words;
    }

    Actor dispatcher() {
        return dispatcher;
    }

    /** Whether whoever raised it rates more than one person can have raised. */
    boolean accomplice() {
        return raisedBy.account() == stage.cast().accomplice().account();
    }

    boolean urgent() {
        return urgent;
    }

    /** The unit that gives its opinion to the lead. */
    Optional<Unit> helper() {
        return helper;
    }

    /** From being raised to the end, as far as the story goes. */
    List<Act> whole(Instant raised) {
        List<Act> acts = new ArrayList<>();
        acts.add(raise(raised));
        Instant read = stage.tempo().work(raised, urgent ? 5 : Math.min(400, Tempo.length(32, 0.9, random)), random);
        int chance = random.nextInt(1000);
        if (chance < 30) {
            String kind = stage.phrases()
                    .kinds("declines")
                    .get(random.nextInt(stage.phrases().kinds("declines").size()));
            acts.add(Act.of(
                    read,
                    "decline",
                    dispatcher,
                    Map.of("decline-class", kind, "advice", words.say("declines." + kind))));
        } else if (chance < 38) {
            acts.add(Act.of(
                    read,
                    "transfer",
                    dispatcher,
                    Map.of("authority", words.say("authorities"), "advice", words.say("transfer-advice"))));
        } else if (chance < 52) {
            acts.add(Act.byRaiser(
                    stage.tempo().home(raised, 1 + random.nextInt(20), random),
                    "withdraw",
                    Map.of("withdraw-reason", words.say("withdrawals"))));
        } else {
            Instant given = dispatched(acts, read, chance);
            new Handling(this, acts).from(given, round);
        }
        acts.sort(Comparator.comparing(Act::at));
        return acts;
    }

    /** Another round, which begins where somebody found the matter undone. */
    @Override
    public List<Act> again(Instant from) {
        List<Act> acts = new ArrayList<>();
        round++;
        Instant given = stage.tempo().work(from, 30 + random.nextInt(180), random);
        acts.add(dispatch(given, unit));
        new Handling(this, acts).from(given, round);
        acts.sort(Comparator.comparing(Act::at));
        return acts;
    }

    /** Something that cannot wait for the morning: mended overnight and answered before noon. */
    List<Act> overnight(Instant raised) {
        Actor handler = stage.cast().handler(unit);
        Map<String, Object> answer = Map.of("answer", words.answer(topic), "outcome", "solved");
        Map<String, Object> dispatch = new HashMap<>(dispatch(raised, unit).fields());
        dispatch.put("urgency", "urgent");
        return List.of(
                raise(raised),
                Act.of(raised.plus(Duration.ofMinutes(9)), "dispatch", dispatcher, dispatch),
                Act.of(raised.plus(Duration.ofMinutes(17)), "sign", handler, Map.of()),
                Act.of(raised.plus(Duration.ofMinutes(25)), "contact", handler, Map.of("means", "phone")),
                Act.of(raised.plus(Duration.ofMinutes(130)), "note", handler, Map.of("note", words.say("progress"))),
                Act.of(raised.plus(Duration.ofMinutes(945)), "conclude", handler, answer)
                        .withEvidence(),
                Act.of(
                        raised.plus(Duration.ofMinutes(970)),
                        "answer",
                        stage.cast().head(unit),
                        answer));
    }

    /** One of many that raise the same: it joins another and is answered and rated with it. */
    List<Act> joining(Instant raised, Tale into, @Nullable Instant answered) {
        List<Act> acts = new ArrayList<>();
        acts.add(raise(raised));
        Instant found = stage.tempo().work(raised, 10 + random.nextInt(60), random);
        acts.add(Act.merge(found, dispatcher, Map.of("merge-reason", "同一地点、同一事由"), into));
        if (answered != null && random.nextInt(10) < 7) {
            acts.add(Act.byRaiser(
                    stage.tempo().home(answered, 1 + random.nextInt(70), random),
                    "rate",
                    Map.of("contacted", "yes", "solved", "yes", "satisfied", "satisfied")));
        }
        return acts;
    }

    private Act raise(Instant at) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "title", words.title(topic),
                "description", words.description(topic),
                "place", place,
                "where", words.spot(),
                "kind", topic.kind(),
                "category", topic.category(),
                "channel", channel));
        if (!channel.equals("web") || random.nextInt(3) > 0) {
            fields.put(
                    "raiser-name",
                    raisedBy.staff() || !raisedBy.signedIn() ? stage.phrases().person(random) : raisedBy.name());
            fields.put("raiser-phone", "1380000%04d".formatted(random.nextInt(10_000)));
        }
        if (random.nextInt(30) == 0) {
            fields.put("confidential", true);
        }
        Act act = Act.of(at, "raise", raisedBy, fields);
        return random.nextInt(12) == 0 ? act.withEvidence() : act;
    }

    /** Finds its way to the unit that answers for it; returns when it got there. */
    private Instant dispatched(List<Act> acts, Instant at, int chance) {
        Optional<Unit> wrong = chance < 112 ? stage.cast().otherThan(unit, place, random) : Optional.empty();
        if (wrong.isEmpty()) {
            acts.add(dispatch(at, unit));
            return at;
        }
        acts.add(dispatch(at, wrong.get()));
        Instant back = stage.tempo().work(at, Math.min(700, Tempo.length(110, 0.7, random)), random);
        if (chance < 60) {
            acts.add(Act.of(
                    back,
                    "reassign",
                    dispatcher,
                    Map.of("lead", (long) unit.id(), "reassign-reason", words.say("reassign"))));
            return back;
        }
        acts.add(sentBack(back, wrong.get(), unit));
        Instant second = stage.tempo().work(back, 30 + random.nextInt(120), random);
        acts.add(dispatch(second, unit));
        if (chance >= 70) {
            return second;
        }
        Instant third = stage.tempo().work(second, 60 + random.nextInt(300), random);
        acts.add(sentBack(third, unit, wrong.get()));
        Instant ruled = stage.tempo().work(third, 90 + random.nextInt(240), random);
        acts.add(Act.of(
                ruled, "adjudicate", dispatcher, Map.of("lead", (long) unit.id(), "ruling", words.say("rulings"))));
        return ruled;
    }

    private Act sentBack(Instant at, Unit from, Unit to) {
        words.call("unit", to.name().zh());
        return Act.of(
                at,
                "return",
                stage.cast().handler(from),
                Map.of("legal-ground", words.say("grounds"), "proposed-unit", (long) to.id()));
    }

    Act dispatch(Instant at, Unit lead) {
        Map<String, Object> fields = new HashMap<>(Map.of(
                "lead", (long) lead.id(),
                "kind", topic.kind(),
                "category", topic.category(),
                "urgency", urgent ? "urgent" : "normal",
                "goal", words.say("goal")));
        helper.filter(one -> lead.id() == unit.id())
                .ifPresent(one -> fields.put("co-handlers", List.of((long) one.id())));
        return Act.of(at, "dispatch", dispatcher, fields);
    }
}

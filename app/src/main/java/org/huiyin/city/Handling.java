package org.huiyin.city;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.huiyin.org.Actor;
import org.huiyin.org.Unit;

/** Plans what a unit does with a matter from the moment it has it, and what its raiser says to that; round after round. */
final class Handling {

    /** Working minutes of a day. */
    private static final int DAY = 390;

    private final Life life;
    private final Stage stage;
    private final Tempo tempo;
    private final RandomGenerator random;
    private final Wording words;
    private final Unit unit;
    private final Actor handler;
    private final Actor head;
    private final List<Act> acts;

    Handling(Life life, List<Act> acts) {
        this.life = life;
        this.stage = life.stage();
        this.tempo = stage.tempo();
        this.random = life.random();
        this.words = life.words();
        this.unit = life.unit();
        this.handler = stage.cast().handler(unit);
        this.head = stage.cast().head(unit);
        this.acts = acts;
    }

    /** The unit has it; everything after that, as far as the story goes. */
    void from(Instant given, int round) {
        if (given.isAfter(stage.end())) {
            return;
        }
        Conduct conduct = stage.customs().of(unit, given);
        double sign = Math.min(300, Tempo.length(conduct.pace() > 0.9 ? 80 : 38, 0.7, random));
        add(given, sign, "sign", handler, Map.of());
        double contact = sign + Tempo.length(110, 0.8, random);
        if (random.nextInt(12) == 0) {
            add(given, sign + 5, "try-contact", handler, Map.of("means", "phone", "contact-note", words.say("missed")));
        }
        if (random.nextDouble() >= conduct.silent()) {
            String means = random.nextInt(5) == 0 ? "visit" : "phone";
            add(given, contact, "contact", handler, Map.of("means", means, "contact-note", words.say("contact")));
        }
        life.helper().ifPresent(helper -> {
            double opinion = contact + random.nextInt(DAY);
            add(given, opinion, "co-answer", stage.cast().handler(helper), Map.of("opinion", words.say("opinions")));
        });
        Instant began = set(given, contact, conduct);
        double share = Tempo.length(conduct.pace(), conduct.spread(), random);
        double minutes = life.urgent()
                ? Tempo.length(150, 0.6, random)
                : share * life.topic().days() * DAY;
        Instant answered = concluded(given, began, Math.max(minutes, contact + 15), conduct);
        said(answered, round, conduct);
    }

    private void add(Instant from, double minutes, String step, Actor actor, Map<String, Object> fields) {
        acts.add(Act.of(tempo.work(from, minutes, random), step, actor, fields));
    }

    /** What may come between: progress, more time, standing still. Returns when it goes on. */
    private Instant set(Instant given, double contact, Conduct conduct) {
        int days = life.topic().days();
        double rest = Math.max(60, 0.35 * days * DAY);
        Instant at = tempo.work(given, contact + 10 + random.nextInt((int) rest), random);
        int chance = random.nextInt(100);
        if (days >= 5 && chance < 6 && conduct.pace() < 0.9) {
            long more = 3 + random.nextInt(4);
            acts.add(Act.of(at, "request-extension", handler, asked(more)));
            Instant decided = tempo.work(at, 40 + random.nextInt(240), random);
            if (random.nextInt(7) == 0) {
                acts.add(Act.of(
                        decided, "refuse-extension", supervisor(), Map.of("refusal-reason", words.say("refusals"))));
            } else {
                acts.add(Act.of(decided, "grant-extension", supervisor(), Map.of("days", more)));
            }
            return decided;
        }
        if (days >= 5 && chance < 8) {
            return suspended(at);
        }
        if (chance < 30) {
            acts.add(Act.of(at, "note", handler, Map.of("note", words.say("progress"))));
        } else if (chance < 33) {
            acts.add(Act.of(at, "urge", supervisor(), Map.of("urge-note", words.say("urges"))));
        }
        return at;
    }

    private Map<String, Object> asked(long days) {
        return Map.of("days", days, "extension-reason", words.say("extensions"));
    }

    /** Cannot be solved now; some are taken up again, the others stand still until the story ends. */
    private Instant suspended(Instant at) {
        List<String> kinds = stage.phrases().kinds("suspensions");
        String kind = kinds.get(random.nextInt(kinds.size()));
        long until = 20 + random.nextInt(70);
        acts.add(Act.of(
                at,
                "suspend",
                supervisor(),
                Map.of(
                        "suspend-class", kind,
                        "suspend-reason", words.say("suspensions." + kind),
                        "review-on", tempo.day(at).plusDays(until).toString())));
        Instant back = random.nextInt(5) < 3
                ? tempo.work(at.plus(Duration.ofDays(random.nextInt((int) until))), 30, random)
                : stage.end().plusSeconds(1);
        acts.add(Act.of(back, "resume", supervisor(), Map.of("note", words.say("progress"))));
        return back;
    }

    private Instant concluded(Instant given, Instant began, double minutes, Conduct conduct) {
        Instant answered = later(tempo.work(given, minutes, random), began.plus(Duration.ofMinutes(50)));
        if (conduct.games() && !life.urgent() && random.nextInt(100) < 55) {
            Instant last = tempo.due(given, life.topic().days()).minus(Duration.ofMinutes(4 + random.nextInt(50)));
            answered = later(last, began.plus(Duration.ofMinutes(50)));
        }
        Instant drafted = later(answered.minus(Duration.ofMinutes(10 + random.nextInt(30))), began.plusSeconds(60));
        Map<String, Object> answer = answer(answered);
        acts.add(Act.of(drafted, "conclude", handler, answer).withEvidence());
        if (random.nextInt(25) == 0) {
            Instant back = drafted.plusSeconds(300);
            acts.add(Act.of(back, "review", head, Map.of("verdict", "back", "review-note", words.say("review-back"))));
            Instant again = tempo.work(back, 30 + random.nextInt(200), random);
            acts.add(Act.of(again, "conclude", handler, answer).withEvidence());
            answered = later(answered, tempo.work(again, 15, random));
        }
        acts.add(Act.of(answered, "answer", head, answer));
        return answered;
    }

    private Map<String, Object> answer(Instant at) {
        Map<String, Object> answer = new HashMap<>();
        String text = words.answer(life.topic());
        int chance = random.nextInt(100);
        String outcome = life.topic().kind().equals("consult") || chance < 5 ? "explained" : "solved";
        if (!outcome.equals("explained") && chance < 11) {
            outcome = "promised";
            answer.put(
                    "promised-on",
                    tempo.day(at).plusDays(12 + random.nextInt(70)).toString());
            text += words.say("promises");
        } else if (!outcome.equals("explained") && chance < 14) {
            outcome = "not-now";
        }
        answer.put("answer", text);
        answer.put("outcome", outcome);
        return answer;
    }

    /** What the raiser says, and what follows from that. */
    private void said(Instant answered, int round, Conduct conduct) {
        int chance = random.nextInt(100);
        if (conduct.games() && chance < 50) {
            Instant called = tempo.work(answered, 60 + random.nextInt(500), random);
            Map<String, Object> praise = Map.of(
                    "contacted",
                    "yes",
                    "solved",
                    "yes",
                    "satisfied",
                    "satisfied",
                    "callback-note",
                    words.say("staff-rated"));
            acts.add(Act.of(called, "rate-by-staff", supervisor(), praise));
            mayAskAgain(called, round, 8);
            return;
        }
        if (chance >= 82 && !life.accomplice()) {
            return;
        }
        boolean unsolved = !life.accomplice() && random.nextDouble() < conduct.unsolved() / (0.7 + 0.3 * round);
        Instant rated =
                tempo.home(answered, Math.min(600, Tempo.wait(44, random).toMinutes() / 60.0 + 0.3), random);
        acts.add(Act.byRaiser(rated, "rate", rating(unsolved, conduct)));
        if (unsolved) {
            undone(rated, round);
        } else {
            mayAskAgain(rated, round, conduct.games() ? 12 : 0.3);
        }
    }

    private Map<String, Object> rating(boolean unsolved, Conduct conduct) {
        Map<String, Object> rating = new HashMap<>();
        boolean fair = !unsolved && random.nextInt(100) < 16 + 60 * conduct.unsolved();
        rating.put("contacted", random.nextDouble() < conduct.silent() + 0.02 ? "no" : "yes");
        rating.put("solved", unsolved ? "no" : fair && random.nextInt(3) == 0 ? "partly" : "yes");
        rating.put("satisfied", unsolved ? "not" : fair ? "basically" : "satisfied");
        String comment = words.say("comments." + (unsolved ? "bad" : fair ? "fair" : "good"));
        if (!comment.isEmpty() && random.nextInt(3) == 0) {
            rating.put("comment", comment);
        }
        return rating;
    }

    private void undone(Instant rated, int round) {
        if (round > 2) {
            boolean redo = random.nextInt(3) == 0;
            Instant settled = tempo.work(rated, DAY + random.nextInt(2 * DAY), random);
            acts.add(Act.of(
                    settled,
                    "settle",
                    supervisor(),
                    Map.of(
                            "decision",
                            redo ? "redo" : "close",
                            "explanation",
                            words.say("settle." + (redo ? "redo" : "close")))));
            if (!redo) {
                return;
            }
            rated = settled;
        }
        Instant given = tempo.work(rated, 25 + random.nextInt(160), random);
        acts.add(life.dispatch(given, unit));
        from(given, round + 1);
    }

    private void mayAskAgain(Instant closed, int round, double inAHundred) {
        if (round < 3 && random.nextDouble() * 100 < inAHundred) {
            Instant again = tempo.home(closed, 24 + random.nextInt(240), random);
            acts.add(Act.byRaiser(again, "reopen", Map.of("reopen-reason", words.say("reopen"))));
            Instant given = tempo.work(again, 25 + random.nextInt(160), random);
            acts.add(life.dispatch(given, unit));
            from(given, round + 1);
        }
    }

    private Actor supervisor() {
        return stage.cast().supervisorFor(life.place());
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

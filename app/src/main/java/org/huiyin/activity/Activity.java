package org.huiyin.activity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An activity as its acts have made it. Immutable.
 *
 * @param version how many acts there are
 * @param planner who planned it, from which post and for which unit
 * @param people in the order in which they came to it
 * @param report null until it is told what came of it
 */
public record Activity(
        String kind,
        int kindVersion,
        int version,
        Standing standing,
        Plan plan,
        Act.By planner,
        Map<Who, Person> people,
        Map<Seat, Presence> presences,
        Deed.@Nullable Reported report,
        Map<Who, Deed.Rated> ratings) {

    /** How far an activity is. */
    public enum Standing {
        PLANNED,
        REPORTED,
        CANCELLED;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What somebody is there for. */
    public enum Part {
        HOST,
        PARTICIPANT;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How somebody stands to it. */
    public enum Place {
        /** Asked to come. */
        EXPECTED,
        /** Signed up and holding a seat. */
        SIGNED,
        WAITING,
        WITHDRAWN,
        /** Came without having been asked. */
        CAME;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param seq the act that put them there: whoever came first goes first
     */
    public record Person(Part part, Place place, Instant since, int seq) {}

    /** A sitting and who sits there. */
    public record Seat(int session, Who who) {}

    public record Presence(
            Part part, Deed.Way way, Instant at, @Nullable Integer metres, String reason) {}

    public static Activity begun(Act act) {
        if (!(act.deed() instanceof Deed.Planned(String kind, int version, Plan plan))) {
            throw new IllegalStateException(
                    "an activity begins with its plan, not with " + act.deed().verb());
        }
        return new Activity(kind, version, 1, Standing.PLANNED, plan, act.by(), Map.of(), Map.of(), null, Map.of())
                .asked(plan, act);
    }

    /** All acts told again. */
    public static Activity told(List<Act> acts) {
        Activity so = begun(acts.getFirst());
        for (Act act : acts.subList(1, acts.size())) {
            so = so.after(act);
        }
        return so;
    }

    /** The same after one more act. */
    public Activity after(Act act) {
        if (act.seq() != version + 1) {
            throw new IllegalStateException("act " + act.seq() + " does not follow act " + version);
        }
        Activity next = switch (act.deed()) {
            case Deed.Planned again -> throw new IllegalStateException("planned twice");
            case Deed.Changed(Plan other) -> with(standing, other, report).asked(other, act);
            case Deed.Cancelled cancelled -> with(Standing.CANCELLED, plan, report);
            case Deed.SignedUp(Who who, boolean waiting) -> standing(who, waiting ? Place.WAITING : Place.SIGNED, act);
            case Deed.MovedUp(Who who) -> standing(who, Place.SIGNED, act);
            case Deed.Withdrew(Who who, String reason) -> standing(who, Place.WITHDRAWN, act);
            case Deed.Attended attended -> present(attended, act);
            case Deed.Corrected(int session, Who who, String reason) -> absent(new Seat(session, who));
            case Deed.Reported told -> with(Standing.REPORTED, plan, told);
            case Deed.Found found -> this;
            case Deed.Rated rated -> rated(rated);
        };
        return next.numbered(act.seq());
    }

    /** Hosts and those asked to come; who is asked no more leaves the list unless they have been there. */
    private Activity asked(Plan now, Act act) {
        Map<Who, Person> all = new LinkedHashMap<>();
        people.forEach((who, person) -> {
            boolean keeps = person.place() != Place.EXPECTED || came(who);
            if (keeps) {
                all.put(who, person);
            }
        });
        now.hosts().forEach(who -> all.put(who, asked(who, Part.HOST, act)));
        now.expected().stream()
                .filter(who -> !now.hosts().contains(who))
                .forEach(who -> all.put(who, asked(who, Part.PARTICIPANT, act)));
        return people(all);
    }

    private Person asked(Who who, Part part, Act act) {
        Person known = people.get(who);
        return known != null && known.part() == part && known.place() != Place.WITHDRAWN
                ? known
                : new Person(part, Place.EXPECTED, act.recordedAt(), act.seq());
    }

    private Activity standing(Who who, Place place, Act act) {
        Map<Who, Person> all = new LinkedHashMap<>(people);
        all.remove(who);
        all.put(who, new Person(part(who), place, act.recordedAt(), act.seq()));
        return people(all);
    }

    private Activity present(Deed.Attended attended, Act act) {
        Map<Seat, Presence> all = new LinkedHashMap<>(presences);
        all.put(
                new Seat(attended.session(), attended.who()),
                new Presence(
                        part(attended.who()), attended.way(), attended.at(), attended.metres(), attended.reason()));
        Activity next = people.containsKey(attended.who()) ? this : standing(attended.who(), Place.CAME, act);
        return next.presences(all);
    }

    private Activity absent(Seat seat) {
        Map<Seat, Presence> all = new LinkedHashMap<>(presences);
        all.remove(seat);
        return presences(all);
    }

    private Activity rated(Deed.Rated rated) {
        Map<Who, Deed.Rated> all = new LinkedHashMap<>(ratings);
        all.put(rated.who(), rated);
        return new Activity(kind, kindVersion, version, standing, plan, planner, people, presences, report, all);
    }

    private Part part(Who who) {
        Person known = people.get(who);
        return known == null ? Part.PARTICIPANT : known.part();
    }

    /** Whether somebody was at any sitting. */
    public boolean came(Who who) {
        return presences.keySet().stream().anyMatch(seat -> seat.who().equals(who));
    }

    public long signed() {
        return people.values().stream()
                .filter(one -> one.place() == Place.SIGNED)
                .count();
    }

    public long waiting() {
        return people.values().stream()
                .filter(one -> one.place() == Place.WAITING)
                .count();
    }

    public long present() {
        return presences.keySet().stream().map(Seat::who).distinct().count();
    }

    /** Whether somebody who signs up finds a seat. */
    boolean seatFree() {
        Integer seats = plan.seats();
        return seats == null || signed() < seats;
    }

    /** Who waited longest. */
    Optional<Who> nextInLine() {
        return people.entrySet().stream()
                .filter(one -> one.getValue().place() == Place.WAITING)
                .min(Comparator.comparing(one -> one.getValue().seq()))
                .map(Map.Entry::getKey);
    }

    /** The same with another plan, for looking ahead. */
    Activity with(Plan other) {
        return with(standing, other, report);
    }

    /** The same when somebody has withdrawn, for looking ahead. */
    Activity without(Who who) {
        Map<Who, Person> all = new LinkedHashMap<>(people);
        all.remove(who);
        return people(all);
    }

    /** The same when somebody has a seat, for looking ahead. */
    Activity seated(Who who) {
        Map<Who, Person> all = new LinkedHashMap<>(people);
        all.computeIfPresent(who, (one, was) -> new Person(was.part(), Place.SIGNED, was.since(), was.seq()));
        return people(all);
    }

    /** Everybody who is awaited or came, hosts first. */
    public List<Who> list() {
        List<Who> all = new ArrayList<>();
        for (Part part : Part.values()) {
            people.forEach((who, person) -> {
                boolean counts = person.place() != Place.WAITING && person.place() != Place.WITHDRAWN || came(who);
                if (person.part() == part && counts) {
                    all.add(who);
                }
            });
        }
        return all;
    }

    private Activity numbered(int seq) {
        return new Activity(kind, kindVersion, seq, standing, plan, planner, people, presences, report, ratings);
    }

    private Activity with(Standing other, Plan now, Deed.@Nullable Reported told) {
        return new Activity(kind, kindVersion, version, other, now, planner, people, presences, told, ratings);
    }

    private Activity people(Map<Who, Person> all) {
        return new Activity(kind, kindVersion, version, standing, plan, planner, all, presences, report, ratings);
    }

    private Activity presences(Map<Seat, Presence> all) {
        return new Activity(kind, kindVersion, version, standing, plan, planner, people, all, report, ratings);
    }
}

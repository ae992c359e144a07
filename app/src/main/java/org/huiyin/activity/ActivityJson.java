package org.huiyin.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.huiyin.frame.Page;
import org.jspecify.annotations.Nullable;

/**
 * An activity for programs.
 *
 * @param standing PLANNED, REPORTED or CANCELLED
 * @param seats how many may sign up; null for as many as like
 */
record ActivityJson(
        long id,
        int version,
        String kind,
        String standing,
        String title,
        int unit,
        String place,
        String where,
        Instant starts,
        Instant ends,
        boolean open,
        @Nullable Integer seats,
        int signed,
        int waiting,
        int present) {

    static ActivityJson of(ActivityLists.Row row) {
        return new ActivityJson(
                row.id(),
                row.version(),
                row.kind(),
                row.standing().name(),
                row.title(),
                row.unit(),
                row.place(),
                row.where(),
                row.starts(),
                row.ends(),
                row.open(),
                row.seats(),
                row.signed(),
                row.waiting(),
                row.present());
    }

    /** A sitting. */
    record SessionJson(
            Instant starts,
            Instant ends,
            @Nullable String topic,
            @Nullable String speaker) {

        Session session() {
            return new Session(starts, ends, topic == null ? "" : topic, speaker == null ? "" : speaker);
        }
    }

    /**
     * A plan as a program writes it.
     *
     * @param hosts who carry it out, as {@code post:7}; left out for the caller
     * @param expected who are asked to come, as {@code post:7} or {@code entry:7}
     */
    record PlanJson(
            String title,
            @Nullable String details,
            String place,
            @Nullable String where,
            @Nullable String position,
            List<SessionJson> sessions,
            @Nullable List<String> hosts,
            @Nullable List<String> expected,
            @Nullable Integer seats,
            @Nullable Instant signUpUntil,
            @Nullable Boolean open) {

        static PlanJson of(Plan plan) {
            return new PlanJson(
                    plan.title(),
                    plan.details(),
                    plan.place(),
                    plan.where(),
                    plan.position(),
                    plan.sessions().stream()
                            .map(one -> new SessionJson(one.starts(), one.ends(), one.topic(), one.speaker()))
                            .toList(),
                    plan.hosts().stream().map(Who::toString).toList(),
                    plan.expected().stream().map(Who::toString).toList(),
                    plan.seats(),
                    plan.until(),
                    plan.open());
        }
    }

    /**
     * Somebody who has to do with it.
     *
     * @param who {@code post:7}, {@code entry:7} or {@code guest:7}
     * @param sessions the sittings at which they were
     */
    record PersonJson(String who, String name, String part, String standing, List<Integer> sessions) {}

    /** What came of it. */
    record ReportJson(Map<String, Object> values, String note, List<String> photos) {}

    /**
     * All of it, for whoever sees who comes.
     *
     * @param report null until it is told what came of it
     */
    record WholeJson(
            long id,
            int version,
            String kind,
            String standing,
            PlanJson plan,
            List<PersonJson> people,
            @Nullable ReportJson report) {

        static WholeJson of(Page page, Shown.One one, People people) {
            Activity so = one.so();
            Map<Who, String> names = people.names(so.people().keySet(), page.locale());
            Deed.Reported told = so.report();
            return new WholeJson(
                    one.id(),
                    so.version(),
                    so.kind(),
                    so.standing().name(),
                    PlanJson.of(so.plan()),
                    one.inside()
                            ? so.people().entrySet().stream()
                                    .map(entry -> new PersonJson(
                                            entry.getKey().toString(),
                                            names.getOrDefault(entry.getKey(), ""),
                                            entry.getValue().part().name(),
                                            entry.getValue().place().name(),
                                            sessions(so, entry.getKey())))
                                    .toList()
                            : List.of(),
                    told == null ? null : new ReportJson(told.values(), told.note(), told.photos()));
        }

        private static List<Integer> sessions(Activity so, Who who) {
            return IntStream.rangeClosed(1, so.plan().sessions().size())
                    .filter(session -> so.presences().containsKey(new Activity.Seat(session, who)))
                    .boxed()
                    .toList();
        }
    }

    /** What was done. */
    record DoneJson(long id, int version) {}
}

package org.huiyin.activity;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.FormFiles;
import org.huiyin.evidence.HandedIn;
import org.huiyin.frame.Filled;
import org.huiyin.frame.Options;
import org.huiyin.frame.Page;
import org.huiyin.matter.MatterNumber;
import org.huiyin.org.Organisation;
import org.huiyin.programme.Field;
import org.huiyin.programme.Track;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts an activity into words for its page. */
@Component
class ActivityViews {

    private final Activities activities;
    private final ActivityWords words;
    private final People people;
    private final Photos photos;
    private final ViewParts parts;

    ActivityViews(Activities activities, ActivityWords words, People people, Photos photos, ViewParts parts) {
        this.activities = activities;
        this.words = words;
        this.people = people;
        this.photos = photos;
        this.parts = parts;
    }

    @Component
    record ViewParts(Organisation organisation, FormFiles files, ReportDue due, History history, FoundForms forms) {}

    /** What was sent and not taken. */
    record Sent(String form, Filled filled, HandedIn files, List<String> wrong) {}

    ActivityView of(Page page, Shown.One one) {
        return of(page, one, new Sent("", Filled.EMPTY, parts.files().none(), List.of()));
    }

    ActivityView of(Page page, Shown.One one, Sent sent) {
        Activity so = one.so();
        Plan plan = so.plan();
        ReportDue.Due due = parts.due().of(one.kind(), so, page.formats().now());
        return new ActivityView(
                one.id(),
                so.version(),
                plan.title(),
                page.t(one.kind().title()),
                words.standing(page, so.standing(), plan.starts(), plan.ends()),
                words.tone(
                        so.standing(),
                        plan.starts(),
                        plan.ends(),
                        page.formats().now()),
                plan.details(),
                facts(page, one),
                sessions(page, so),
                one.inside() ? rows(page, one) : List.of(),
                one.inside() ? waiting(page, so) : List.of(),
                may(page, one),
                report(page, one),
                page.time(due.at()),
                due.late(),
                one.inside() ? findings(page, one) : List.of(),
                one.inside() ? parts.history().of(page, one.id(), so) : List.of(),
                one.inside() ? ratings(page, so) : List.of(),
                new ActivityView.Draft(
                        one.kind().report(),
                        sent.form().isEmpty() ? told(so) : sent.filled(),
                        Options.of(parts.organisation(), page.locale()),
                        sent.files(),
                        sent.wrong(),
                        sent.form(),
                        one.runs() ? parts.forms().titles(one.kind(), page.locale()) : List.of()),
                UUID.randomUUID().toString());
    }

    List<ActivityView.Fact> facts(Page page, Shown.One one) {
        Plan plan = one.so().plan();
        List<ActivityView.Fact> facts = new ArrayList<>();
        facts.add(new ActivityView.Fact(
                page.t("activity.when"),
                words.days(page, plan.starts(), plan.ends()) + " "
                        + words.hours(plan.starts(), plan.sessions().getFirst().ends())));
        facts.add(new ActivityView.Fact(page.t("activity.place"), words.place(page, plan.place(), plan.where())));
        facts.add(new ActivityView.Fact(
                page.t("activity.unit"),
                parts.organisation().units().name(one.so().planner().unit(), page.locale())));
        if (one.kind().signUp() != null) {
            facts.add(new ActivityView.Fact(page.t("activity.sign-up"), seats(page, one.so())));
            facts.add(new ActivityView.Fact(page.t("activity.sign-up.until"), page.time(plan.signUpEnds())));
        }
        if (one.kind().publicity() == Kind.Publicity.OPEN) {
            facts.add(new ActivityView.Fact(
                    page.t("activity.seen"), page.t(plan.open() ? "activity.seen.all" : "activity.seen.staff")));
        }
        return facts;
    }

    static String seats(Page page, Activity so) {
        Integer seats = so.plan().seats();
        String signed = seats == null
                ? page.t("activity.counts.signed", so.signed())
                : page.t("activity.counts.seats", so.signed(), seats);
        return so.waiting() == 0 ? signed : signed + " " + page.t("activity.counts.waiting", so.waiting());
    }

    List<ActivityView.SessionRow> sessions(Page page, Activity so) {
        List<Session> sessions = so.plan().sessions();
        return IntStream.rangeClosed(1, sessions.size())
                .mapToObj(number -> {
                    Session session = sessions.get(number - 1);
                    int present = (int) so.presences().keySet().stream()
                            .filter(seat -> seat.session() == number)
                            .count();
                    return new ActivityView.SessionRow(
                            number,
                            page.date(ActivityWords.day(session.starts())),
                            words.hours(session.starts(), session.ends()),
                            session.topic(),
                            session.speaker(),
                            present);
                })
                .toList();
    }

    List<ActivityView.PersonRow> rows(Page page, Shown.One one) {
        Activity so = one.so();
        List<Who> list = so.list();
        Map<Who, People.Named> named = people.named(list, page.locale());
        return list.stream()
                .map(who -> {
                    Activity.Person person = Objects.requireNonNull(so.people().get(who));
                    People.Named name = Objects.requireNonNull(named.get(who));
                    return new ActivityView.PersonRow(
                            who.toString(),
                            name.name(),
                            name.more(),
                            page.t("activity.person." + person.place().key()),
                            person.part() == Activity.Part.HOST,
                            there(page, so, who),
                            far(page, one, who));
                })
                .toList();
    }

    private static List<String> there(Page page, Activity so, Who who) {
        return IntStream.rangeClosed(1, so.plan().sessions().size())
                .mapToObj(number -> {
                    Activity.Presence presence = so.presences().get(new Activity.Seat(number, who));
                    return presence == null
                            ? ""
                            : page.t("activity.way." + presence.way().key());
                })
                .toList();
    }

    private static String far(Page page, Shown.One one, Who who) {
        int most = 0;
        for (Map.Entry<Activity.Seat, Activity.Presence> seat :
                one.so().presences().entrySet()) {
            Integer metres = seat.getValue().metres();
            if (metres != null && seat.getKey().who().equals(who)) {
                most = Math.max(most, metres);
            }
        }
        return most > one.kind().nearMetres() ? page.t("activity.far", most) : "";
    }

    private List<String> waiting(Page page, Activity so) {
        List<Who> waiting = so.people().entrySet().stream()
                .filter(entry -> entry.getValue().place() == Activity.Place.WAITING)
                .map(Map.Entry::getKey)
                .toList();
        return List.copyOf(people.names(waiting, page.locale()).values());
    }

    private static ActivityView.May may(Page page, Shown.One one) {
        Activity so = one.so();
        boolean planned = so.standing() == Activity.Standing.PLANNED;
        boolean alive = so.standing() != Activity.Standing.CANCELLED;
        boolean begun = !page.formats().now().isBefore(so.plan().starts());
        Activity.Person self = so.people().get(Who.post(page.reader().post()));
        boolean signed =
                self != null && (self.place() == Activity.Place.SIGNED || self.place() == Activity.Place.WAITING);
        boolean free = self == null || self.place() == Activity.Place.WITHDRAWN;
        boolean open = one.kind().signUp() != null
                && planned
                && page.formats().now().isBefore(so.plan().signUpEnds());
        return new ActivityView.May(
                one.runs() && planned && page.formats().now().isBefore(so.plan().ends()),
                one.runs() && planned && so.presences().isEmpty(),
                one.runs() && alive,
                one.runs() && alive && one.kind().ways().contains(Deed.Way.CODE),
                one.runs() && alive && begun,
                one.runs() && alive && one.kind().findings() != null,
                open && free && page.reader().staff() && one.kind().whom().sort() != Kind.Whom.Sort.ENTRIES,
                signed,
                one.runs() && open);
    }

    ActivityView.@Nullable Told report(Page page, Shown.One one) {
        Deed.Reported told = one.so().report();
        if (told == null) {
            return null;
        }
        List<Attachment> kept = photos.of(one.id(), activities.reports(one.id())).values().stream()
                .reduce((older, newer) -> newer)
                .orElse(List.of());
        return new ActivityView.Told(figures(page, one.kind(), told), ways(page, one, told), told.note(), kept);
    }

    private static List<ActivityView.Went> ways(Page page, Shown.One one, Deed.Reported told) {
        return one.kind().report().fields().stream()
                .filter(field -> field.type() == Field.Type.TRACK)
                .flatMap(field -> Track.parse(String.valueOf(told.values().get(field.name()))).stream()
                        .map(track -> new Way(track).drawn(page, one.so().plan(), page.t(field.title()))))
                .toList();
    }

    static List<ActivityView.Fact> figures(Page page, Kind kind, Deed.Reported told) {
        List<ActivityView.Fact> figures = new ArrayList<>();
        for (Field field : kind.report().fields()) {
            Object value = told.values().get(field.name());
            if (value != null) {
                figures.add(new ActivityView.Fact(page.t(field.title()), said(page, field, value)));
            }
        }
        return figures;
    }

    private static String said(Page page, Field field, Object value) {
        if (field.type() == Field.Type.TRACK) {
            return Track.parse(value.toString())
                    .map(track -> new Way(track).said(page))
                    .orElse("");
        }
        return switch (value) {
            case Boolean truth -> page.t(truth ? "activity.yes" : "activity.no");
            case Number number -> page.formats().number(number.doubleValue(), 2);
            default ->
                field.choices().stream()
                        .filter(choice -> choice.value().equals(value))
                        .map(choice -> page.t(choice.title()))
                        .findFirst()
                        .orElse(String.valueOf(value));
        };
    }

    private List<ActivityView.FoundRow> findings(Page page, Shown.One one) {
        List<Finding> found = activities.findings(one.id());
        Map<Integer, List<Attachment>> kept =
                photos.of(one.id(), found.stream().map(Finding::seq).toList());
        return found.stream()
                .map(finding -> new ActivityView.FoundRow(
                        finding.id(),
                        finding.title(),
                        finding.detail(),
                        parts.organisation().places().path(finding.place(), page.locale()),
                        finding.matter() == null ? null : new MatterNumber(finding.matter()).toString(),
                        kept.getOrDefault(finding.seq(), List.of())))
                .toList();
    }

    private static List<ActivityView.Rating> ratings(Page page, Activity so) {
        return so.ratings().values().stream()
                .map(rated -> new ActivityView.Rating(
                        page.t("activity.satisfied." + rated.satisfied().key()),
                        rated.satisfied() == Deed.Satisfied.NO ? "late" : "result",
                        rated.words()))
                .toList();
    }

    private static Filled told(Activity so) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("place", so.plan().place());
        Deed.Reported told = so.report();
        if (told != null) {
            values.putAll(told.values());
            values.put("note", told.note());
        }
        return Filled.with(values);
    }
}

package org.huiyin.activity;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.frame.Page;
import org.huiyin.org.Organisation;
import org.huiyin.org.Unit;
import org.huiyin.publicity.AtomFeed;
import org.huiyin.publicity.Site;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What anybody may come to, as an Atom feed and as a calendar. */
@Controller
class FeedsPage {

    private static final MediaType ATOM = new MediaType("application", "atom+xml", StandardCharsets.UTF_8);
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);
    private static final int ENTRIES = 100;
    private static final Duration AHEAD = Duration.ofDays(180);

    private final ActivityLists lists;
    private final Activities activities;
    private final ActivityWords words;
    private final Shown shown;
    private final Publisher publisher;

    FeedsPage(ActivityLists lists, Activities activities, ActivityWords words, Shown shown, Publisher publisher) {
        this.lists = lists;
        this.activities = activities;
        this.words = words;
        this.shown = shown;
        this.publisher = publisher;
    }

    /** Whose feeds these are. */
    @Component
    record Publisher(Organisation organisation, Site site) {

        Optional<Unit> city() {
            return organisation.units().all().stream().findFirst();
        }

        String name(String what) {
            return AtomFeed.name(city().map(Unit::code).orElse(""), what);
        }
    }

    @GetMapping("/activities.atom")
    ResponseEntity<byte[]> atom(@RequestParam(defaultValue = "") String place, Page page) {
        List<AtomFeed.Entry> entries = new ArrayList<>();
        for (ActivityLists.Row row : coming(place, page)) {
            List<Act> acts = activities.acts(row.id());
            ActivityRow said = words.row(page, row, "/activities");
            entries.add(new AtomFeed.Entry(
                    publisher.name("activity " + row.id()),
                    row.title(),
                    publisher.site().address() + said.path(),
                    acts.getFirst().recordedAt(),
                    acts.stream()
                            .filter(act -> act.deed() instanceof Deed.Planned || act.deed() instanceof Deed.Changed)
                            .map(Act::recordedAt)
                            .max(Instant::compareTo)
                            .orElseThrow(),
                    said.unit(),
                    List.of(new AtomFeed.Category(publisher.site().address() + "/activities", row.kind(), said.kind())),
                    String.join(" · ", said.day() + " " + said.hours(), said.place()),
                    ""));
        }
        Instant updated = entries.stream()
                .map(AtomFeed.Entry::updated)
                .max(Instant::compareTo)
                .orElse(Instant.parse("2000-01-01T00:00:00Z"));
        String query = page.query() == null ? "" : "?" + page.query();
        AtomFeed feed = new AtomFeed(
                publisher.name("activities " + place),
                page.t("activity.open.title"),
                page.lang(),
                publisher.site().address() + "/activities.atom" + query,
                publisher.site().address() + "/activities" + query,
                publisher.city().map(unit -> unit.name().in(page.locale())).orElse(page.t("frame.name")),
                updated,
                entries);
        return answer(ATOM, feed.write());
    }

    @GetMapping("/activities.ics")
    ResponseEntity<byte[]> calendar(@RequestParam(defaultValue = "") String place, Page page) {
        List<ICalendar.Event> events = coming(place, page).stream()
                .flatMap(row -> activities.find(row.id()).stream().flatMap(so -> events(page, row.id(), so)))
                .toList();
        return answer(
                CALENDAR,
                new ICalendar(page.t("activity.open.title"), events)
                        .write(page.formats().now()));
    }

    /** One of them, for whoever has signed up. */
    @GetMapping("/activities/{id}/calendar.ics")
    ResponseEntity<byte[]> one(@PathVariable String id, Page page) {
        Shown.One one = shown.open(page, id);
        return answer(
                CALENDAR,
                new ICalendar(
                                one.so().plan().title(),
                                events(page, one.id(), one.so()).toList())
                        .write(page.formats().now()));
    }

    private List<ActivityLists.Row> coming(String place, Page page) {
        Instant now = page.formats().now();
        String within = publisher.organisation().places().find(place).isPresent() ? place : "";
        return lists.open(within, now, now.plus(AHEAD), ENTRIES);
    }

    private Stream<ICalendar.Event> events(Page page, long id, Activity so) {
        Plan plan = so.plan();
        List<ICalendar.Event> events = new ArrayList<>();
        for (int number = 1; number <= plan.sessions().size(); number++) {
            Session session = plan.sessions().get(number - 1);
            events.add(new ICalendar.Event(
                    publisher.name("activity " + id + " session " + number),
                    session.starts(),
                    session.ends(),
                    session.topic().isEmpty() ? plan.title() : plan.title() + " · " + session.topic(),
                    words.place(page, plan.place(), plan.where()),
                    plan.details(),
                    publisher.site().address() + "/activities/" + id,
                    so.standing() == Activity.Standing.CANCELLED,
                    so.version()));
        }
        return events.stream();
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String text) {
        return ResponseEntity.ok()
                .contentType(type)
                .header("X-Robots-Tag", "noindex")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }
}

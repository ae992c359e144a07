package org.huiyin.city;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.huiyin.activity.Acting;
import org.huiyin.activity.Ask;
import org.huiyin.activity.Deed;
import org.huiyin.activity.Plan;
import org.huiyin.activity.Session;
import org.huiyin.activity.Tried;
import org.huiyin.activity.Who;
import org.huiyin.evidence.Attachments;
import org.huiyin.frame.Formats;
import org.huiyin.matter.Desk;
import org.huiyin.matter.Outcome;
import org.huiyin.matter.StepRequest;
import org.huiyin.org.Actor;
import org.huiyin.org.Actors;
import org.huiyin.org.Organisation;
import org.huiyin.org.Role;
import org.springframework.stereotype.Component;

/** One joint action of several bureaus: planned, carried out, reported, and what was found raised to be put right. */
@Component
public class JointAction {

    private static final String KIND = "joint-action";

    private final Acting acting;
    private final Desk desk;
    private final Attachments attachments;
    private final Organisation organisation;
    private final Actors actors;

    JointAction(Acting acting, Desk desk, Attachments attachments, Organisation organisation, Actors actors) {
        this.acting = acting;
        this.desk = desk;
        this.attachments = attachments;
        this.organisation = organisation;
        this.actors = actors;
    }

    /** What was found, and as what it is to be put right. */
    record Suggestion(String title, String category) {}

    /** What stands in {@code books.yaml} under action. */
    record Script(
            String place,
            int daysAgo,
            String title,
            String where,
            String details,
            int officers,
            int vehicles,
            String summary,
            List<Suggestion> suggestions) {}

    /**
     * Tells it; the clock stands at that moment again afterwards.
     *
     * @param clock moves the application's clock along
     */
    public void tell(Instant now, Consumer<Instant> clock) {
        Script script = BookStory.books().action();
        LocalDate day = now.atZone(Formats.ZONE).toLocalDate().minusDays(script.daysAgo());
        Cast cast = new Cast(organisation, actors.everybody());
        Actor planner = cast.dispatcherFor(script.place()).orElseThrow();
        List<Who> officers = officers(cast, script.officers());
        clock.accept(at(day.minusDays(1), 16));
        Session session = new Session(at(day, 9), at(day, 11), "", "");
        Plan plan = new Plan(
                script.title(),
                script.details(),
                script.place(),
                script.where(),
                "",
                List.of(session),
                List.of(Who.post(planner.post())),
                officers,
                null,
                null,
                false);
        long id = done(acting.plan(planner, KIND, plan, "story-joint-action"));
        clock.accept(at(day, 15));
        Acting.Doer doer = Acting.Doer.of(planner);
        ask(doer, id, new Ask.Attend(1, officers, Deed.Way.LIST, at(day, 9), "", ""), "there");
        for (int i = 0; i < script.suggestions().size(); i++) {
            found(doer, id, script, i);
        }
        Map<String, Object> values = Map.of(
                "vehicles",
                script.vehicles(),
                "suggestions",
                script.suggestions().size(),
                "summary",
                script.summary());
        String photo = new StoryPictures(attachments).of(KIND, planner);
        ask(doer, id, new Ask.Report(values, "", List.of(photo)), "report");
        clock.accept(now);
    }

    /** One of each bureau of the city and the district, until there are enough. */
    private List<Who> officers(Cast cast, int most) {
        return organisation.units().all().stream()
                .filter(unit -> unit.active() && List.of("4210", "421002").contains(String.valueOf(unit.place())))
                .flatMap(unit -> cast.at(unit.id(), Role.HANDLER).stream())
                .map(one -> Who.post(one.post()))
                .distinct()
                .limit(most)
                .toList();
    }

    private void found(Acting.Doer doer, long id, Script script, int nth) {
        Suggestion suggestion = script.suggestions().get(nth);
        UUID token = UUID.nameUUIDFromBytes((KIND + nth).getBytes(StandardCharsets.UTF_8));
        ask(doer, id, new Ask.Find(token, suggestion.title(), "", script.place(), "", List.of()), "finding-" + nth);
        Map<String, Object> fields = new HashMap<>(Map.of(
                "title", suggestion.title(),
                "place", script.place(),
                "where", script.where(),
                "category", suggestion.category(),
                "campaign", script.title()));
        // the key that ties a matter to the finding it came from
        Outcome outcome = desk.perform(
                StepRequest.begin("rectification", "find", doer.actor(), fields, List.of(), "found-" + token));
        if (!(outcome instanceof Outcome.Done)) {
            throw new IllegalStateException("The story's suggestion was refused: " + outcome);
        }
    }

    private void ask(Acting.Doer doer, long id, Ask ask, String key) {
        done(acting.act(doer, id, Acting.ANY, ask, "story-joint-action-" + key));
    }

    private static long done(Tried tried) {
        if (tried instanceof Tried.Done(long id, int version, var deeds)) {
            return id;
        }
        throw new IllegalStateException("The story's joint action was refused: " + tried);
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(Formats.ZONE).toInstant();
    }
}

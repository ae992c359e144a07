package org.huiyin.open311;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.huiyin.evidence.Attachment;
import org.huiyin.evidence.Attachments;
import org.huiyin.frame.Page;
import org.huiyin.matter.Clock;
import org.huiyin.matter.Matter;
import org.huiyin.matter.MatterLookup;
import org.huiyin.matter.Publication;
import org.huiyin.matter.Publication.Eyes;
import org.huiyin.matter.Step;
import org.huiyin.org.Organisation;
import org.huiyin.org.Place;
import org.huiyin.programme.Programme;
import org.huiyin.track.Moment;
import org.huiyin.track.PublicTales;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Public matters as requests. Nothing is told here that the board does not tell. */
@Component
class RequestRows {

    /** The specification's limit for a description. */
    private static final int LONGEST = 4000;

    private final MatterLookup lookup;
    private final Attachments attachments;
    private final Offered offered;
    private final Organisation organisation;
    private final PublicTales tales;
    private final ZoneId zone;

    RequestRows(
            MatterLookup lookup,
            Attachments attachments,
            Offered offered,
            Organisation organisation,
            PublicTales tales,
            @Value("${huiyin.zone}") ZoneId zone) {
        this.lookup = lookup;
        this.attachments = attachments;
        this.offered = offered;
        this.organisation = organisation;
        this.tales = tales;
        this.zone = zone;
    }

    /** One matter with all that is told of it. */
    private record Told(Matter matter, Programme programme, List<Step> history, List<Moment> moments) {}

    /**
     * The rows of these matters, in this order; those that are not public are left out.
     *
     * @param base the address of this service, for pictures
     * @param notes whether the extension that tells every step is asked for
     */
    List<Map<String, Object>> of(Page page, List<Long> ids, String base, boolean notes) {
        Map<Long, Matter> matters = lookup.findAll(ids);
        List<Matter> shown = ids.stream()
                .map(matters::get)
                .filter(matter -> matter != null && !matter.confidential())
                .toList();
        List<Long> known = shown.stream().map(Matter::id).toList();
        Map<Long, List<Step>> histories = lookup.histories(known);
        Map<Long, List<Attachment>> files = attachments.ofAll(known);
        return shown.stream()
                .map(matter -> {
                    List<Step> history = histories.getOrDefault(matter.id(), List.of());
                    return row(
                            page,
                            new Told(
                                    matter,
                                    lookup.programmeOf(matter),
                                    history,
                                    tales.tell(page, matter, history, files.getOrDefault(matter.id(), List.of()))),
                            base,
                            notes);
                })
                .toList();
    }

    private Map<String, Object> row(Page page, Told told, String base, boolean notes) {
        Matter matter = told.matter();
        Programme programme = told.programme();
        Integer lead = matter.lead();
        Publication publication = Publication.of(programme, matter, Eyes.EVERYBODY, told.history());
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("service_request_id", matter.number().toString());
        row.put("status", Requests.open(programme, matter.list()) ? "open" : "closed");
        row.put("status_notes", statusNotes(told.moments()));
        row.put("service_name", name(page, programme, matter.category()));
        row.put("service_code", offered.code(programme.name(), matter.category()));
        row.put("description", description(publication, told));
        row.put("agency_responsible", lead == null ? null : organisation.units().name(lead, page.locale()));
        row.put("service_notice", null);
        row.put("requested_datetime", time(matter.raisedAt()));
        row.put("updated_datetime", time(matter.updatedAt()));
        row.put("expected_datetime", expected(programme, matter));
        place(page, row, publication.place(matter.place()));
        row.put("media_url", picture(told.moments(), base));
        if (notes) {
            row.put(
                    "notes",
                    new Answer.Rows(
                            "note",
                            told.moments().stream().map(one -> note(told, one)).toList()));
        }
        return cast(row);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Map<String, Object> cast(Map<String, @Nullable Object> row) {
        return (Map) row;
    }

    private static @Nullable String name(Page page, Programme programme, String category) {
        Programme.Category found = programme.categories().get(category);
        return found == null ? null : page.t(found.title());
    }

    /** What the raiser wrote, as the public reads it. */
    private static @Nullable String description(Publication publication, Told told) {
        String title = publication.title(told.matter());
        String said = told.history().stream()
                .findFirst()
                .map(step -> publication.fields(step).get("description"))
                .map(Object::toString)
                .filter(text -> !text.isBlank())
                .map(text -> text.startsWith(title) ? text : title + "\n" + text)
                .orElse(title);
        return said.length() > LONGEST ? said.substring(0, said.offsetByCodePoints(0, LONGEST / 2)) + "…" : said;
    }

    /** What was done last, and the answer if there is one. */
    private static @Nullable String statusNotes(List<Moment> moments) {
        if (moments.isEmpty()) {
            return null;
        }
        String answer = moments.stream()
                .filter(Moment::answer)
                .reduce((earlier, later) -> later)
                .map(RequestRows::facts)
                .orElse("");
        String last = moments.getLast().title();
        return answer.isEmpty() ? last : last + "\n" + answer;
    }

    private static String facts(Moment moment) {
        return moment.facts().stream()
                .filter(Moment.Fact::isLong)
                .map(Moment.Fact::value)
                .collect(Collectors.joining("\n"));
    }

    private @Nullable String expected(Programme programme, Matter matter) {
        return matter.clocks().stream()
                .filter(clock -> clock.running() && clock.unit() == null && judged(programme, clock))
                .map(clock -> clock.deadline().due())
                .min(Comparator.naturalOrder())
                .map(this::time)
                .orElse(null);
    }

    private static boolean judged(Programme programme, Clock clock) {
        Programme.ClockRule rule = programme.clocks().get(clock.name());
        return rule != null && rule.judged();
    }

    /** Down to the village or community and no further: the exact spot may be somebody's door. */
    private void place(Page page, Map<String, @Nullable Object> row, String code) {
        Optional<Place> place = organisation.places().find(code);
        Place.Position position = organisation.places().position(code).orElse(null);
        row.put("address", place.map(found -> address(page, found)).orElse(null));
        row.put("address_id", code.isEmpty() ? null : code);
        row.put("zipcode", null);
        row.put("lat", position == null ? null : position.lat());
        row.put("long", position == null ? null : position.lon());
    }

    /** From the most specific to the most general, as the specification has it. */
    private String address(Page page, Place place) {
        return organisation.places().line(place.code()).reversed().stream()
                .map(one -> one.shortName(page.locale()))
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String picture(List<Moment> moments, String base) {
        return moments.stream()
                .flatMap(moment -> moment.evidence().stream())
                .filter(Attachment::image)
                .findFirst()
                .map(file -> base + file.previewAddress())
                .orElse(null);
    }

    private Map<String, Object> note(Told told, Moment moment) {
        Map<String, @Nullable Object> note = new LinkedHashMap<>();
        String facts = moment.seq() == 1 ? "" : facts(moment);
        note.put("datetime", time(moment.at()));
        note.put("summary", moment.title());
        note.put("description", facts.isEmpty() ? null : facts);
        note.put("type", type(told, moment));
        return cast(note);
    }

    private static String type(Told told, Moment moment) {
        if (moment.seq() == 1) {
            return "opened";
        }
        return told.history().stream()
                        .filter(step ->
                                step.seq() == moment.seq() && !step.fromState().equals(step.toState()))
                        .map(step -> told.programme().state(step.toState()))
                        .filter(Objects::nonNull)
                        .anyMatch(state -> !Requests.open(told.programme(), state.list()))
                ? "closed"
                : "activity";
    }

    String time(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                at.truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime());
    }
}

package org.huiyin.replay;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.programme.Text;
import org.huiyin.replay.Life.Planned;
import org.jspecify.annotations.Nullable;

/**
 * Service requests of Baltimore's 311 line. The file says when a request was created, due and closed, and its present status. It does not
 * say when the agency was told or signed for it: both are put at the creation, for requests go straight to the agency's queue.
 */
final class BaltimoreTable implements Table {

    private static final List<String> COLUMNS = List.of(
            "SRRecordID",
            "ServiceRequestNum",
            "SRType",
            "MethodReceived",
            "CreatedDate",
            "SRStatus",
            "StatusDate",
            "DueDate",
            "CloseDate",
            "Agency",
            "Address",
            "Neighborhood",
            "CouncilDistrict",
            "Latitude",
            "Longitude");
    private static final ZoneId EASTERN = ZoneId.of("America/New_York");
    private static final DateTimeFormatter SAID = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    private final WallTime times = new WallTime(EASTERN, "04/12/2018 11:11:26 AM", "MM/dd/uuuu hh:mm:ss a");

    /** The times of a row; {@code status} is never before {@code created}. */
    private record Dates(
            Instant created,
            Instant status,
            @Nullable Instant due,
            @Nullable Instant closed) {}

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public boolean hasDueTimes() {
        return true;
    }

    @Override
    public Town town() {
        return new Town("9901", new Text("巴尔的摩市", "Baltimore"), new Text("巴尔的摩市311热线", "Baltimore 311"));
    }

    @Override
    public Life life(Row row) {
        String id = row.identity("SRRecordID");
        String status = row.needed("SRStatus");
        Dates dates = dates(row, status.startsWith("Closed"));
        Text agency = new Text(row.needed("Agency"), row.needed("Agency"));
        List<Planned> steps = new ArrayList<>();
        steps.add(new Planned("raise", dates.created(), raising(row)));
        steps.add(new Planned("dispatch", dates.created(), dispatching(row, dates.due())));
        Instant closed = dates.closed();
        if (closed == null) {
            steps.addAll(open(status, dates));
        } else {
            steps.addAll(status.contains("Transferred") ? transferred(closed) : closed(status, dates, closed, agency));
        }
        return new Life(
                id,
                row.line(),
                spot(row),
                new Life.Lead(agency, List.of()),
                new Life.Span(dates.created(), dates.due(), closed),
                likeness(row, status),
                null,
                steps);
    }

    private Dates dates(Row row, boolean closed) {
        Instant created = times.needed(row, "CreatedDate", null);
        Instant status = times.optional(row, "StatusDate", created);
        Instant due = times.optional(row, "DueDate", created);
        Instant close = closed ? times.needed(row, "CloseDate", created) : null;
        if (close != null && close.isBefore(created)) {
            throw new BadCell("CloseDate", "closed before it was created");
        }
        return new Dates(created, status == null || status.isBefore(created) ? created : status, due, close);
    }

    private static Map<String, Object> raising(Row row) {
        String type = row.needed("SRType");
        Map<String, Object> fields = new HashMap<>();
        fields.put("title", title(type));
        fields.put(
                "description",
                type + ". Received by " + (row.has("MethodReceived") ? row.text("MethodReceived") : "unknown means")
                        + ". The record holds no description.");
        fields.put("kind", BaltimoreTypes.kind(type));
        fields.put("category", BaltimoreTypes.category(type));
        fields.put("channel", BaltimoreTypes.channel(row.text("MethodReceived")));
        fields.put("where", row.line("Address"));
        fields.put("reference", row.has("ServiceRequestNum") ? row.text("ServiceRequestNum") : row.text("SRRecordID"));
        fields.put("recorded-category", type);
        position(row, fields);
        return fields;
    }

    /** The type without the department: Dirty Alley for SW-Dirty Alley. */
    private static String title(String type) {
        String title = type.substring(type.indexOf('-') + 1).strip();
        return title.length() < 2 ? type : title;
    }

    /** Whole degrees were rounded by the publisher and lie anywhere; they are no position. */
    private static void position(Row row, Map<String, Object> fields) {
        if (row.has("Latitude") || row.has("Longitude")) {
            BigDecimal latitude = row.degrees("Latitude", 90);
            BigDecimal longitude = row.degrees("Longitude", 180);
            if (latitude.stripTrailingZeros().scale() > 0
                    || longitude.stripTrailingZeros().scale() > 0) {
                fields.put("position", latitude + "," + longitude);
            }
        }
    }

    private static Map<String, Object> dispatching(Row row, @Nullable Instant due) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("kind", BaltimoreTypes.kind(row.text("SRType")));
        fields.put("category", BaltimoreTypes.category(row.text("SRType")));
        fields.put("urgency", "normal");
        if (due != null) {
            fields.put("recorded-due", due.toString());
        }
        return fields;
    }

    /** New: not signed for. Open and the like: in hand. What else the status says is noted. */
    private static List<Planned> open(String status, Dates dates) {
        List<Planned> steps = new ArrayList<>();
        if (!status.startsWith("New")) {
            steps.add(new Planned("sign", dates.status(), Map.of()));
        }
        if (!status.equals("New") && !status.equals("Open")) {
            steps.add(new Planned("note", dates.status(), Map.of("note", "Status in the record: " + status + ".")));
        }
        return steps;
    }

    private static List<Planned> transferred(Instant closed) {
        return List.of(new Planned(
                "transfer",
                closed,
                Map.of(
                        "authority",
                        "Another office, not named in the record",
                        "advice",
                        "The record says only that the request was transferred.")));
    }

    private static List<Planned> closed(String status, Dates dates, Instant closed, Text agency) {
        boolean duplicate = status.contains("Duplicate");
        String when = SAID.format(closed.atZone(EASTERN));
        String answer = duplicate
                ? "Recorded as closed on " + when + " as a duplicate; the request it repeats is not in the file."
                : "Recorded as closed on " + when + " by " + agency.en() + ". The record holds no answer.";
        Instant settled = dates.status().isAfter(closed) ? dates.status() : closed;
        return List.of(
                new Planned("sign", dates.created(), Map.of()),
                new Planned("answer", closed, Map.of("answer", answer, "outcome", duplicate ? "explained" : "solved")),
                new Planned("close", settled, Map.of()));
    }

    /** Council district, then neighbourhood; without a district the city as a whole. */
    private static List<Text> spot(Row row) {
        List<Text> spot = new ArrayList<>();
        String district = row.text("CouncilDistrict");
        if (!district.isEmpty()) {
            spot.add(new Text("第" + district + "议会选区", "Council District " + district));
            if (row.has("Neighborhood")) {
                spot.add(new Text(row.line("Neighborhood"), row.line("Neighborhood")));
            }
        }
        return spot;
    }

    private static Life.Likeness likeness(Row row, String status) {
        List<String> keys = new ArrayList<>();
        for (String column : List.of("Address", "Neighborhood")) {
            if (row.has(column)) {
                keys.add(column + "|" + row.text("SRType") + "|"
                        + row.line(column).toUpperCase(Locale.ROOT));
            }
        }
        boolean duplicate = status.contains("Duplicate");
        return new Life.Likeness(duplicate, !duplicate && !status.contains("Transferred"), keys);
    }
}

package org.huiyin.replay;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.Span;
import org.huiyin.calendar.WorkCalendar;
import org.huiyin.programme.Programme;
import org.huiyin.programme.ProgrammeReader;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.Text;
import org.huiyin.replay.Life.Planned;
import org.jspecify.annotations.Nullable;

/**
 * Messages to a provincial message board, with the reply to each. The file has no due times, no departments and no ratings: a matter is
 * judged by the programme's own limits, goes to the unit the reply names (else to those responsible at the place), and is closed when the
 * time for rating is over.
 */
final class TeddyTable implements Table {

    private static final List<String> COLUMNS = List.of("留言编号", "留言用户", "留言主题", "留言时间", "留言详情", "答复意见", "答复时间");
    private static final String PROGRAMME = "three-lists";
    private static final String NORMAL = "normal";
    private static final int SHORTEST_ANSWER = 6;
    private static final int LONGEST_ANSWER = 5000;
    private static final int LONGEST_NOTE = 1900;
    /** The first of these words in the title tells what is wanted. */
    private static final Pattern WANTED =
            Pattern.compile("(?<consult>咨询|请问|询问|想问|疑问|问)|(?<complaint>投诉|举报|反映|质疑)|(?<help>请求|希望|求助|建议|要求|恳请)");

    private final WallTime times = new WallTime(
            ZoneId.of("Asia/Shanghai"), "2019/2/28 11:25:05", "uuuu/M/d[ H:mm[:ss]]", "uuuu-M-d[ H:mm[:ss]]");
    private final WorkCalendar calendar = WorkCalendar.china();
    private final Programmes programmes = ProgrammeReader.packaged();

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public boolean hasDueTimes() {
        return false;
    }

    @Override
    public Town town() {
        return new Town(
                "9902", new Text("西地省", "Xidi Province"), new Text("西地省留言办理", "Message board of Xidi Province"));
    }

    @Override
    public Life life(Row row) {
        String id = row.identity("留言编号");
        Instant raised = times.needed(row, "留言时间", null);
        Instant replied = replied(row, raised);
        String kind = kind(row.needed("留言主题"));
        List<Text> spot = TeddyPlaces.spot(row.text("留言主题"), row.needed("留言详情"));
        List<Planned> steps = new ArrayList<>();
        steps.add(new Planned("raise", raised, raising(row, kind)));
        steps.add(new Planned("dispatch", raised, Map.of("kind", kind, "category", "other", "urgency", NORMAL)));
        if (replied != null) {
            steps.add(new Planned("sign", raised, Map.of()));
            steps.addAll(answered(row.text("答复意见"), replied));
            steps.add(new Planned("close", due("rate", kind, replied), Map.of()));
        }
        return new Life(
                id,
                row.line(),
                spot,
                lead(row.text("答复意见"), spot),
                new Life.Span(raised, due("resolve", kind, raised), replied),
                Life.Likeness.NONE,
                null,
                steps);
    }

    private @Nullable Instant replied(Row row, Instant raised) {
        if (row.has("答复意见") != row.has("答复时间")) {
            String empty = row.has("答复意见") ? "答复时间" : "答复意见";
            throw new BadCell(empty, "is empty though the other half of the reply is there");
        }
        Instant replied = times.optional(row, "答复时间", raised);
        if (replied != null && replied.isBefore(raised)) {
            throw new BadCell("答复时间", "replied before the message was written");
        }
        return replied;
    }

    /** The end of a limit that begins then, by the version of the programme in force that day. */
    private Instant due(String clock, String kind, Instant begins) {
        Limit limit = rule(clock, begins).limitFor(NORMAL, kind);
        try {
            return calendar.deadline(Span.of(begins, limit)).due();
        } catch (IllegalArgumentException outOfRange) {
            throw new BadCell(clock.equals("rate") ? "答复时间" : "留言时间", "no calendar reaches that year");
        }
    }

    private Programme.ClockRule rule(String clock, Instant begins) {
        Programme programme = programmes
                .inForce(PROGRAMME, begins.atZone(times.zone()).toLocalDate())
                .orElseThrow(() -> new BadCell("留言时间", "before the programme " + PROGRAMME + " began"));
        Programme.ClockRule rule = programme.clocks().get(clock);
        if (rule == null) {
            throw new IllegalStateException("Programme " + PROGRAMME + " has no clock " + clock);
        }
        return rule;
    }

    private static Map<String, Object> raising(Row row, String kind) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("title", row.line("留言主题"));
        fields.put("description", row.needed("留言详情"));
        fields.put("kind", kind);
        fields.put("category", "other");
        fields.put("channel", "web");
        fields.put("raiser-name", row.text("留言用户"));
        fields.put("reference", row.text("留言编号"));
        return fields;
    }

    static String kind(String title) {
        Matcher wanted = WANTED.matcher(title);
        if (!wanted.find()) {
            return "help";
        }
        if (wanted.group("consult") != null) {
            return "consult";
        }
        return wanted.group("complaint") != null ? "complaint" : "help";
    }

    /** An answer holds 6 to 5,000 characters: a shorter one is marked as quoted, the rest of a longer one goes before it as notes. */
    private static List<Planned> answered(String reply, Instant at) {
        List<Planned> steps = new ArrayList<>();
        int length = reply.codePointCount(0, reply.length());
        String answer = length < SHORTEST_ANSWER ? "答复原文：" + reply : reply;
        if (length > LONGEST_ANSWER) {
            int cut = reply.offsetByCodePoints(0, LONGEST_ANSWER);
            answer = reply.substring(0, cut);
            steps.addAll(notes(reply.substring(cut), at));
        }
        steps.add(new Planned("answer", at, Map.of("answer", answer, "outcome", "explained")));
        return steps;
    }

    private static List<Planned> notes(String rest, Instant at) {
        List<Planned> notes = new ArrayList<>();
        int[] points = rest.codePoints().toArray();
        for (int from = 0; from < points.length; from += LONGEST_NOTE) {
            String part = new String(points, from, Math.min(LONGEST_NOTE, points.length - from));
            notes.add(new Planned("note-" + (notes.size() + 1), "note", at, Map.of("note", "答复第5,000字以后：" + part)));
        }
        return notes;
    }

    private static Life.Lead lead(String reply, List<Text> spot) {
        return TeddyUnits.named(reply)
                .map(name -> new Life.Lead(new Text(name, name), TeddyPlaces.spot(name, "")))
                .orElseGet(() -> unnamed(spot));
    }

    private static Life.Lead unnamed(List<Text> spot) {
        Text place = spot.isEmpty() ? new Text("西地省", "Xidi Province") : spot.getLast();
        return new Life.Lead(new Text(place.zh() + "有关单位", "Units of " + place.en()), spot);
    }
}

package org.huiyin.activity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** A calendar as RFC 5545 writes it, for the calendars of phones. */
record ICalendar(String name, List<Event> events) {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int OCTETS = 75;

    /** @param uid what it is for good, wherever it is read */
    record Event(
            String uid,
            Instant starts,
            Instant ends,
            String title,
            String where,
            String words,
            String address,
            boolean cancelled,
            int version) {}

    String write(Instant now) {
        StringBuilder text = new StringBuilder();
        line(text, "BEGIN:VCALENDAR");
        line(text, "VERSION:2.0");
        line(text, "PRODID:-//Huiyin//activities//EN");
        line(text, "METHOD:PUBLISH");
        line(text, "X-WR-CALNAME:" + escaped(name));
        for (Event event : events) {
            line(text, "BEGIN:VEVENT");
            line(text, "UID:" + event.uid());
            line(text, "DTSTAMP:" + UTC.format(now));
            line(text, "DTSTART:" + UTC.format(event.starts()));
            line(text, "DTEND:" + UTC.format(event.ends()));
            line(text, "SEQUENCE:" + event.version());
            line(text, "STATUS:" + (event.cancelled() ? "CANCELLED" : "CONFIRMED"));
            line(text, "SUMMARY:" + escaped(event.title()));
            line(text, "LOCATION:" + escaped(event.where()));
            if (!event.words().isEmpty()) {
                line(text, "DESCRIPTION:" + escaped(event.words()));
            }
            line(text, "URL:" + event.address());
            line(text, "END:VEVENT");
        }
        line(text, "END:VCALENDAR");
        return text.toString();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replace("\r", "")
                .replace("\n", "\\n")
                .replaceAll("\\p{Cntrl}", " ");
    }

    /** Lines are folded at 75 octets, never within a sign. */
    private static void line(StringBuilder text, String line) {
        int octets = 0;
        for (int sign : line.codePoints().toArray()) {
            String one = Character.toString(sign);
            int length = one.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(one);
            octets += length;
        }
        text.append("\r\n");
    }
}

package org.huiyin.translog;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.huiyin.frame.Formats;
import org.huiyin.frame.Texts;
import org.huiyin.programme.ProgrammeReader;

/** Checks a receipt offline and says in a reader's language what came of it. */
public final class Verification {

    private final Locale locale;
    private final Texts texts = Texts.fromClasspath(true);
    private final Names all;
    private final List<String> lines = new ArrayList<>();

    public Verification(Locale locale) {
        this.locale = locale;
        this.all = Names.of(ProgrammeReader.packaged(), texts, locale);
    }

    /** What came of it. */
    public enum Outcome {
        PROVEN,
        REFUTED,
        UNREADABLE
    }

    /** What came of it, and the lines that say so. */
    public record Said(Outcome outcome, List<String> lines) {}

    /**
     * Checks a receipt.
     *
     * @param keys verifier keys as they are handed around
     * @param files what the reader holds as attachments of the step: name → SHA-256 in hex
     */
    public Said check(String receipt, List<String> keys, Map<String, String> files) {
        lines.clear();
        Outcome outcome;
        try {
            List<VerifierKey> trusted = keys.stream().map(VerifierKey::parse).toList();
            outcome = switch (new ReceiptCheck(trusted).check(Receipt.parse(receipt))) {
                case Verdict.Proven proven -> proven(proven, files);
                case Verdict.Refuted(var why, var about) -> {
                    lines.add(say("translog.check.refuted"));
                    lines.add(say(why.text(), about.toArray()));
                    lines.add(say("translog.check.refuted.next"));
                    yield Outcome.REFUTED;
                }
            };
        } catch (Unreadable e) {
            lines.add(say("translog.check.unreadable"));
            lines.add(say(e.why().text(), e.about().toArray()));
            lines.add(say("translog.check.unreadable.next"));
            outcome = Outcome.UNREADABLE;
        }
        return new Said(outcome, List.copyOf(lines));
    }

    private Outcome proven(Verdict.Proven proven, Map<String, String> files) {
        lines.add(say("translog.check.proven"));
        lines.add(say("translog.check.proven.means"));
        Map<String, Object> said = said(proven);
        Names names = all.in(said.get("programme"));
        step(said, names);
        Map<String, Object> fields = proven.entry().fields();
        heading("translog.check.public", !fields.isEmpty());
        fields.forEach((name, value) -> line(field(name, names), names.value(name, value)));
        List<Told> told = proven.receipt().told().stream()
                .filter(one -> !one.name().equals(Told.CORE))
                .toList();
        heading("translog.check.sealed", !told.isEmpty());
        told.forEach(one -> line(field(one.name(), names), names.value(one.name(), one.value())));
        if (!proven.receipt().untold().isEmpty()) {
            lines.add("  "
                    + say("translog.check.untold", proven.receipt().untold().size()));
        }
        log(proven);
        boolean all = true;
        for (Map.Entry<String, String> file : files.entrySet()) {
            boolean same = told.stream()
                    .anyMatch(one -> one.name().startsWith(Told.FILE)
                            && one.value() instanceof List<?> pair
                            && file.getValue().equals(pair.getLast()));
            lines.add(say("translog.check.file." + (same ? "same" : "other"), file.getKey()));
            all &= same;
        }
        return all ? Outcome.PROVEN : Outcome.REFUTED;
    }

    /** What the entry says, and of an entry that says little what its receipt opens. */
    private static Map<String, Object> said(Verdict.Proven proven) {
        Map<String, Object> said = new HashMap<>();
        proven.receipt().told().stream()
                .filter(told -> told.name().equals(Told.CORE))
                .forEach(told -> {
                    if (told.value() instanceof Map<?, ?> core) {
                        core.forEach((name, value) -> said.put(String.valueOf(name), value));
                    }
                });
        said.putAll(proven.entry().members());
        return said;
    }

    private void step(Map<String, Object> said, Names names) {
        heading("translog.check.says", said.containsKey("to"));
        known(said, "matter", "translog.check.matter", "");
        if (said.get("programme") instanceof String programme) {
            line(say("translog.check.programme"), names.name("programme", programme));
        }
        if (said.get("sequence") != null) {
            Object step = said.get("step");
            String called = step == null ? "" : " · " + names.name("step", step);
            line(say("translog.check.step"), said.get("sequence") + called);
        }
        if (said.get("to") instanceof String to) {
            String from =
                    said.get("from") instanceof String list && !list.equals(to) ? names.name("list", list) + " → " : "";
            line(say("translog.check.list"), from + names.name("list", to));
        }
        time(said, "occurred", "translog.check.occurred");
        time(said, "recorded", "translog.check.recorded");
        known(said, "unit", "translog.check.unit", "#");
    }

    private void known(Map<String, Object> said, String member, String text, String before) {
        Object value = said.get(member);
        if (value != null) {
            line(say(text), before + value);
        }
    }

    /** By the clocks of the city, and as it stands in the proof. */
    private void time(Map<String, Object> said, String member, String text) {
        Object value = said.get(member);
        if (value != null) {
            line(say(text), here(value.toString()));
        }
    }

    private String here(String written) {
        try {
            return new Formats(locale, Instant.EPOCH).fullTime(Instant.parse(written)) + " (" + written + ")";
        } catch (DateTimeParseException e) {
            return written;
        }
    }

    private void log(Verdict.Proven proven) {
        heading("translog.check.log", true);
        line(say("translog.check.origin"), proven.checkpoint().origin());
        line(
                say("translog.check.place"),
                say(
                        "translog.check.place.of",
                        proven.receipt().index() + 1,
                        proven.checkpoint().size()));
        proven.by()
                .forEach(key -> line(
                        say(key.type() == VerifierKey.Type.NOTE ? "translog.check.key" : "translog.check.witness"),
                        key.name() + "+" + key.idHex()));
    }

    private String field(String name, Names names) {
        if (name.startsWith(Told.FILE)) {
            return say("translog.check.file");
        }
        return name.equals(Told.BY) ? say("translog.check.by") : names.name("field", name);
    }

    private void heading(String text, boolean wanted) {
        if (wanted) {
            lines.add("");
            lines.add(say(text));
        }
    }

    private void line(String name, String value) {
        lines.add("  " + name + "  " + value);
    }

    private String say(String key, Object... about) {
        String said = texts.pattern(locale, key);
        for (int i = 0; i < about.length; i++) {
            said = said.replace("{" + i + "}", String.valueOf(about[i]));
        }
        return said;
    }
}

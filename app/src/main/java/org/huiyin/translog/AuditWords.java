package org.huiyin.translog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.huiyin.frame.Texts;
import org.huiyin.programme.ProgrammeReader;

/** Says in a reader's language what an audit found. */
public final class AuditWords {

    private final Texts texts = Texts.fromClasspath(true);
    private final Names names;
    private final Locale locale;

    public AuditWords(Locale locale) {
        this.locale = locale;
        this.names = Names.of(ProgrammeReader.packaged(), texts, locale);
    }

    public List<String> lines(Audit.Report report) {
        List<String> lines = new ArrayList<>();
        lines.add(say("translog.audit.log", report.origin(), report.size(), report.read()));
        if (report.keysFromLog()) {
            lines.add(say("translog.audit.keys"));
            report.keys().lines().forEach(key -> lines.add("  " + key));
        }
        Finding finding = report.finding();
        if (finding != null) {
            lines.add(finding.kind().name() + ": "
                    + say(finding.kind().text(), finding.about().toArray()));
            return lines;
        }
        report.counts().forEach((programme, lists) -> {
            Names said = names.in(programme);
            lines.add(say("translog.audit.lists", said.name("programme", programme)));
            lists.forEach((list, n) -> lines.add("  " + said.name("list", list) + "  " + n));
        });
        lines.add(say("translog.audit.sound", report.matters()));
        return lines;
    }

    private String say(String key, Object... about) {
        String said = texts.pattern(locale, key);
        for (int i = 0; i < about.length; i++) {
            said = said.replace("{" + i + "}", inWords(about[i]));
        }
        return said;
    }

    private String inWords(Object about) {
        return about instanceof Unreadable why
                ? say(why.why().text(), why.about().toArray())
                : String.valueOf(about);
    }
}

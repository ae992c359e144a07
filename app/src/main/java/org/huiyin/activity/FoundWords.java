package org.huiyin.activity;

import java.util.List;
import java.util.Locale;
import org.huiyin.frame.Texts;
import org.springframework.stereotype.Component;

/** What a finding says as a matter: what was seen, at what, and which of the staff were there. Nobody of a register or of the public is named. */
@Component
class FoundWords {

    private final Texts texts;
    private final People people;

    FoundWords(Texts texts, People people) {
        this.texts = texts;
        this.people = people;
    }

    String described(Finding finding, Activity so) {
        List<Who> there = so.list().stream()
                .filter(who -> who.sort() == Who.Sort.POST)
                .filter(who -> so.came(who) || so.plan().hosts().contains(who))
                .toList();
        String names = String.join("、", people.names(there, Locale.CHINESE).values());
        String from = texts.pattern(Locale.CHINESE, "activity.found.from")
                .replace("{0}", so.plan().title())
                .replace("{1}", names);
        return (finding.detail().isEmpty() ? finding.title() : finding.detail()) + "\n" + from;
    }
}

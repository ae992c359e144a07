package org.huiyin.activity;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is known of a finding that becomes a matter, by the words with which programmes say what they take in from activities. */
@Component
class FoundForms {

    private final FoundWords words;
    private final ObjectProvider<FoundMore> more;

    FoundForms(FoundWords words, ObjectProvider<FoundMore> more) {
        this.words = words;
        this.more = more;
    }

    Map<String, Object> of(Kind kind, Kind.FoundAs as, Activity so, Finding finding) {
        Map<String, Object> known = new LinkedHashMap<>();
        known.put("title", finding.title());
        known.put("text", words.described(finding, so));
        known.put("place", finding.place());
        known.put("channel", as.channel());
        known.put("where", so.plan().where());
        known.put("position", finding.position());
        more.orderedStream().forEach(one -> known.putAll(one.fields(kind, so, finding.title())));
        known.values().removeIf(""::equals);
        return known;
    }

    List<String> titles(Kind kind, Locale locale) {
        return more.orderedStream()
                .flatMap(one -> one.titles(kind, locale).stream())
                .toList();
    }
}

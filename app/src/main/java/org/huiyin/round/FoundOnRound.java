package org.huiyin.round;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.huiyin.activity.Activity;
import org.huiyin.activity.FoundMore;
import org.huiyin.activity.Kind;
import org.huiyin.activity.Who;
import org.huiyin.register.Entries;
import org.huiyin.register.Entry;
import org.huiyin.register.Register;
import org.springframework.stereotype.Component;

/** What a round knows of a finding: which entry was looked at, and, where the title is an item of the sheet, what it demands and costs. */
@Component
class FoundOnRound implements FoundMore {

    private final RoundKinds kinds;
    private final Entries entries;

    FoundOnRound(RoundKinds kinds, Entries entries) {
        this.kinds = kinds;
        this.entries = entries;
    }

    @Override
    public Map<String, Object> fields(Kind kind, Activity so, String title) {
        Map<String, Object> fields = new LinkedHashMap<>();
        Optional<RoundRules> found = kinds.of(kind.name());
        if (found.isEmpty()) {
            return fields;
        }
        RoundRules rules = found.get();
        Register register = kinds.register(rules);
        Map<String, Object> said = rules.finding();
        if (said != null) {
            Optional<Entry> entry = onlyOne(so);
            said.forEach((name, value) -> filled(register, entry, value).ifPresent(text -> fields.put(name, text)));
        }
        item(rules, title).ifPresent(item -> {
            fields.put("standard", item.standard());
            fields.put("category", item.category());
            fields.put("deduction", (double) item.deduct());
            fields.put("veto", item.veto());
            fields.put("urgency", item.veto() ? "urgent" : "normal");
        });
        return fields;
    }

    @Override
    public List<String> titles(Kind kind, Locale locale) {
        return kinds.of(kind.name()).stream()
                .flatMap(rules -> Optional.ofNullable(rules.sheet()).stream()
                        .flatMap(sheet -> sheet.items().keySet().stream())
                        .map(item -> kinds.item(rules, item, locale)))
                .toList();
    }

    private Optional<RoundRules.Item> item(RoundRules rules, String title) {
        RoundRules.Sheet sheet = rules.sheet();
        return sheet == null
                ? Optional.empty()
                : sheet.items().entrySet().stream()
                        .filter(one ->
                                kinds.item(rules, one.getKey(), Locale.CHINESE).equals(title)
                                        || kinds.item(rules, one.getKey(), Locale.ENGLISH)
                                                .equals(title))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** The entry that was looked at, when it was one. */
    private Optional<Entry> onlyOne(Activity so) {
        List<Long> ids = so.list().stream()
                .filter(who -> who.sort() == Who.Sort.ENTRY)
                .map(Who::id)
                .toList();
        return ids.size() == 1 ? entries.find(ids.getFirst()) : Optional.empty();
    }

    private static Optional<Object> filled(Register register, Optional<Entry> entry, Object value) {
        return switch (String.valueOf(value)) {
            case "{name}" -> entry.map(Entry::name);
            case "{number}" -> entry.map(one -> register.label(one.number()));
            default -> Optional.of(value);
        };
    }
}

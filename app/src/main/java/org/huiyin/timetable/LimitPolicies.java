package org.huiyin.timetable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.calendar.BadSpan;
import org.huiyin.calendar.Limit;
import org.huiyin.calendar.LimitPolicy;
import org.huiyin.calendar.Timetable;
import org.huiyin.org.Actor;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programme.ClockRule;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.Text;
import org.springframework.stereotype.Component;

/**
 * LimitPolicies a city sets otherwise than its programmes do, by urgency, category or kind. A matter keeps the version of its programme; its limits are
 * the programme's until somebody sets one, with a reason, for clocks that begin from then on or for those that run as well.
 */
@Component
public class LimitPolicies {

    /** Stands for every matter no other limit is for. */
    public static final String REST = "*";

    private final CalendarVersions versions;
    private final Programmes programmes;
    private final InstantSource clock;

    LimitPolicies(CalendarVersions versions, Programmes programmes, InstantSource clock) {
        this.versions = versions;
        this.programmes = programmes;
        this.clock = clock;
    }

    /**
     * A limit as somebody wants it.
     *
     * @param limit as {@code 5wd}; empty for what the programme says
     */
    public record Wanted(String programme, String clock, String key, String limit, boolean openToo) {}

    /**
     * Reads what is wanted.
     *
     * @throws BadSpan when there is no such clock, no such matter, or it is no limit
     */
    public LimitPolicy read(Wanted wanted) {
        Programme programme = newest(wanted.programme());
        ClockRule rule = programme.clocks().get(wanted.clock());
        if (rule == null || rule.limit().isEmpty()) {
            throw new BadSpan("no-clock", "There is no clock with a limit named " + wanted.clock(), wanted.clock());
        }
        if (!keys(programme).containsKey(wanted.key())) {
            throw new BadSpan("no-key", "No urgency, kind or category is named " + wanted.key(), wanted.key());
        }
        String written = wanted.limit().strip();
        return new LimitPolicy(
                programme.name(),
                rule.name(),
                wanted.key(),
                written.isEmpty() ? null : Limit.parse(written),
                wanted.openToo(),
                clock.instant());
    }

    private Programme newest(String name) {
        return programmes
                .newest(name)
                .orElseThrow(() -> new BadSpan("no-programme", "There is no programme named " + name, name));
    }

    /** What limits may be set for: urgencies, kinds and categories by their names, and the rest. */
    public static Map<String, Text> keys(Programme programme) {
        Map<String, Text> keys = new LinkedHashMap<>();
        for (String property : List.of("urgency", "kind")) {
            programme.steps().values().stream()
                    .flatMap(step -> step.form().field(property).stream())
                    .flatMap(field -> field.choices().stream())
                    .forEach(choice -> keys.putIfAbsent(choice.value(), choice.title()));
        }
        programme.categories().values().forEach(one -> keys.putIfAbsent(one.name(), one.title()));
        keys.put(REST, new Text("其他", "the rest"));
        return keys;
    }

    /** The timetable as it would be with these limits. */
    public Timetable tried(List<LimitPolicy> set) {
        return versions.current().withLimits(set);
    }

    /**
     * Sets limits.
     *
     * @return the number of the next timetable; nothing when somebody published another one since
     */
    public Optional<Integer> set(List<LimitPolicy> set, int basedOn, Actor publisher, String why) {
        return versions.limit(set, basedOn, publisher, why);
    }

    /** The limit in force of every clock, as a list of {@code key → limit}: the programme's, and what was set instead. */
    public Map<String, Limit> inForce(Programme programme, ClockRule rule) {
        Instant now = clock.instant();
        Timetable timetable = versions.current();
        Map<String, Limit> limits = new LinkedHashMap<>();
        List<String> keys = new ArrayList<>(keys(programme).keySet());
        for (String key : keys) {
            timetable
                    .limit(programme.name(), rule.name(), key, now)
                    .or(() -> Optional.ofNullable(rule.limit().get(key)))
                    .ifPresent(limit -> limits.put(key, limit));
        }
        return limits;
    }
}

package org.huiyin.matter;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.org.Actor;
import org.huiyin.programme.Programme;
import org.huiyin.programme.Programmes;
import org.huiyin.programme.StepRule;
import org.springframework.stereotype.Component;

/** Under which programmes something from elsewhere may become a matter, and how: what a document says, what was found at a visit. */
@Component
public class Origins {

    private final Programmes programmes;

    Origins(Programmes programmes) {
        this.programmes = programmes;
    }

    /** Those that take in such things and that this person may begin; the usual first, then those in force longest. */
    public List<Programme> open(String origin, Actor actor, LocalDate day) {
        return programmes.versions().stream()
                .map(Programme::name)
                .distinct()
                .flatMap(name -> programmes.inForce(name, day).stream())
                .filter(programme -> step(programme, origin)
                        .filter(step -> Beginnings.open(step, actor))
                        .isPresent())
                .sorted(Comparator.comparing(programme -> !usual(programme, origin)))
                .toList();
    }

    private static boolean usual(Programme programme, String origin) {
        Programme.Origin as = programme.origins().get(origin);
        return as != null && as.usual();
    }

    private static Optional<StepRule> step(Programme programme, String origin) {
        Programme.Origin as = programme.origins().get(origin);
        return as == null ? Optional.empty() : programme.step(as.step());
    }

    /** The same under the newest version of a programme that an activity or another definition names. */
    public StepRequest begin(
            String programme, String origin, Actor actor, Map<String, Object> known, List<String> files, String key) {
        return programmes
                .newest(programme)
                .map(one -> begin(one, origin, actor, known, files, key))
                .orElseThrow(() -> new IllegalArgumentException("There is no programme " + programme));
    }

    /**
     * Asks for the step with which it begins.
     *
     * @param known what is known of it, by the words a definition uses: title, text, place, where, position, unit, source, day, due, channel
     */
    public static StepRequest begin(
            Programme programme,
            String origin,
            Actor actor,
            Map<String, Object> known,
            List<String> files,
            String key) {
        Programme.Origin as = programme.origins().get(origin);
        StepRule step = step(programme, origin)
                .orElseThrow(() -> new IllegalArgumentException(programme.name() + " takes in nothing from " + origin));
        return StepRequest.begin(
                programme.name(),
                step.name(),
                actor,
                java.util.Objects.requireNonNull(as).filled(step.form(), known),
                files,
                key);
    }
}

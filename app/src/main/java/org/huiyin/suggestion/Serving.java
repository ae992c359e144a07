package org.huiyin.suggestion;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.routing.CannotLearn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The models in force, held in memory by each running Huiyin. Safe for many threads. */
@Component
class Serving {

    private static final Logger LOG = LoggerFactory.getLogger(Serving.class);

    private final Models models;
    private volatile Map<String, Held> held = Map.of();

    Serving(Models models) {
        this.models = models;
    }

    /**
     * A model in memory.
     *
     * @param model null when it could not be read; then nothing is suggested
     * @param fault why not; empty when it could
     */
    record Held(long id, @Nullable CityModel model, String fault) {}

    /** The model in force for a programme; empty while there is none, or none that can be read. */
    Optional<CityModel> of(String programme) {
        Held one = held.get(programme);
        return one == null ? Optional.empty() : Optional.ofNullable(one.model());
    }

    Map<String, Held> all() {
        return held;
    }

    /** Takes over what was handed over to since, here or on another machine. */
    synchronized void refresh() {
        Map<String, Held> now = new HashMap<>();
        for (Models.InForce one : models.inForce()) {
            Held before = held.get(one.programme());
            now.put(one.programme(), before != null && before.id() == one.model() ? before : read(one));
        }
        held = Map.copyOf(now);
    }

    private Held read(Models.InForce one) {
        try {
            return new Held(one.model(), models.find(one.model()).orElse(null), "");
        } catch (CannotLearn e) {
            LOG.warn("Nothing is suggested for {}: {}", one.programme(), e.getMessage());
            return new Held(one.model(), null, String.valueOf(e.getMessage()));
        }
    }
}
